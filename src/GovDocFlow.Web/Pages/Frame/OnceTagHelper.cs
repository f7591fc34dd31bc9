using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Gives every form that posts a key of its own, so that pressing its button twice acts once.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OnceTagHelper(TimeProvider clock, IHtmlGenerator generator) : TagHelper
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "__once";

    /// <summary>The page that the form stands on.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PostContent.AppendHtml(
            $"""<input type="hidden" name="{Field}" value="{Guid.CreateVersion7(clock.GetUtcNow()):N}" autocomplete="off">""");

        // The framework leaves forms with an address of their own without a token.
        if (context.AllAttributes.TryGetAttribute("action", out _))
        {
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        }
    }
}
