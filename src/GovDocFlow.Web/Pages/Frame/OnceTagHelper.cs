using GovDocFlow.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>
/// Gives every form that posts a key of its own, so that pressing its button twice acts once, and has it say to whom it was
/// shown, so that it is offered to nobody else when the sign-in has ended.
/// </summary>
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

        if (ViewContext.HttpContext.Officer() is { } officer)
        {
            var proof = KeptForm.ProofFor(ViewContext.HttpContext, officer.UserName);
            output.PostContent.AppendHtml($"""<input type="hidden" name="{KeptForm.WriterField}" value="{proof}">""");
        }

        // The framework leaves forms with an address of their own without a token.
        if (context.AllAttributes.TryGetAttribute("action", out _))
        {
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        }
    }
}
