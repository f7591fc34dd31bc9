using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Gives every form that posts a key of its own, so that pressing its button twice acts once.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
internal sealed class OnceTagHelper(TimeProvider clock) : TagHelper
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "__once";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.PostContent.AppendHtml(
        $"""<input type="hidden" name="{Field}" value="{Guid.CreateVersion7(clock.GetUtcNow()):N}" autocomplete="off">""");
}
