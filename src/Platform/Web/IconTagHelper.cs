using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Platform.Web;

/// <summary>One of the few icons. It always stands beside words, so it is hidden from those who listen to the page.</summary>
[HtmlTargetElement("portal-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Its name in <c>icons.svg</c>.</summary>
    public required string Name { get; set; }

    /// <summary>True for the size used on tiles.</summary>
    public bool Large { get; set; }

    /// <summary>True for an arrow, which is turned round where the language runs from right to left.</summary>
    public bool Directional { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "portal-icon" + (Large ? " portal-icon--large" : "") + (Directional ? " portal-icon--directional" : ""));
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml("<use href=\"/_content/Portal.Platform/icons.svg#").Append(Name).AppendHtml("\"></use>");
    }
}
