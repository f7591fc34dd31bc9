using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>An icon of the sprite, for the eye only: what it says is also said in words beside it.</summary>
/// <remarks>The sprite holds what is named literally: <c>&lt;icon name="bell" /&gt;</c>, or <c>Icon: "bell"</c> in code.</remarks>
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The icon's name at Tabler.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent($"""<use href="{versions.AddFileVersionToPath("", "/lib/icons.svg")}#{Name}"></use>""");
    }
}
