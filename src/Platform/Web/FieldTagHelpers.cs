using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Platform.Resources;

namespace Portal.Platform.Web;

/// <summary>One field of a form with its label, hint and error, in the markup of the NHS design system.</summary>
public abstract class FieldTagHelper(IStringLocalizer<PlatformText> texts) : TagHelper
{
    /// <summary>The property of the page model.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>Words above the field, or the legend of a group.</summary>
    public required string Label { get; set; }

    /// <summary>A line of help under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>Language of the text typed in, where it is not the page's.</summary>
    public string? Lang { get; set; }

    /// <summary>The present view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name the form sends.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>Id of the control, from its name.</summary>
    protected string Id => TagBuilder.CreateSanitizedId(Name, "-");

    /// <summary>What was typed, or what the model holds.</summary>
    protected string? Value => Entry?.AttemptedValue ?? Convert.ToString(For.Model, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Errors beside this field.</summary>
    protected IReadOnlyList<string> Errors
        => Entry is { Errors: { Count: > 0 } errors } ? [.. errors.Select(error => error.ErrorMessage).Distinct(StringComparer.Ordinal)] : [];

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry : null;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Errors.Count > 0 ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group");
        WriteContent(output.Content);
    }

    /// <summary>Writes what is inside the group.</summary>
    protected abstract void WriteContent(TagHelperContent content);

    /// <summary>Writes hint and errors.</summary>
    protected void WriteHintAndErrors(TagHelperContent content)
    {
        if (Hint is { Length: > 0 }) content.AppendHtml(Element("div", Hint, ("class", "nhsuk-hint"), ("id", Id + "-hint")));
        if (Errors.Count == 0) return;
        var message = Element("span", null, ("class", "nhsuk-error-message"), ("id", Id + "-error"));
        message.InnerHtml.AppendHtml(Element("span", texts["Frame.ErrorPrefix"], ("class", "nhsuk-u-visually-hidden"))).Append(" " + string.Join(" ", Errors));
        content.AppendHtml(message);
    }

    /// <summary>Ids of hint and error for <c>aria-describedby</c>, or null.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = new List<string>();
            if (Hint is { Length: > 0 }) ids.Add(Id + "-hint");
            if (Errors.Count > 0) ids.Add(Id + "-error");
            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    /// <summary>An element with text and attributes; attributes of null are left out, of "" stand alone.</summary>
    protected static TagBuilder Element(string tag, string? text, params (string Name, string? Value)[] attributes)
    {
        var element = new TagBuilder(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null) element.Attributes[name] = value;
        }

        if (text is not null) element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>Direction of the text's language.</summary>
    protected string? Direction => Lang is null ? null : Languages.LanguageInfo.Of(Lang).Direction;
}

/// <summary>A text field of one line.</summary>
[HtmlTargetElement("portal-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper(IStringLocalizer<PlatformText> texts) : FieldTagHelper(texts)
{
    /// <summary>Type of the input.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Value of <c>autocomplete</c>.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Value of <c>inputmode</c>.</summary>
    public string? Inputmode { get; set; }

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30; null for the full width.</summary>
    public int? Width { get; set; }

    /// <summary>Longest text the browser lets in.</summary>
    public int? Maxlength { get; set; }

    /// <inheritdoc/>
    protected override void WriteContent(TagHelperContent content)
    {
        content.AppendHtml(Element("label", Label, ("class", "nhsuk-label"), ("for", Id)));
        WriteHintAndErrors(content);
        var css = "nhsuk-input" + (Width is { } width ? $" nhsuk-input--width-{width.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "") + (Errors.Count > 0 ? " nhsuk-input--error" : "");
        var input = Element("input", null, ("class", css), ("id", Id), ("name", Name), ("type", Type), ("value", Type == "password" ? null : Value), ("autocomplete", Autocomplete),
            ("inputmode", Inputmode), ("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("aria-describedby", DescribedBy),
            ("aria-invalid", Errors.Count > 0 ? "true" : null), ("lang", Lang), ("dir", Type is "email" or "tel" or "url" ? "ltr" : Direction));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        content.AppendHtml(input);
    }
}

/// <summary>A text field of several lines.</summary>
[HtmlTargetElement("portal-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper(IStringLocalizer<PlatformText> texts) : FieldTagHelper(texts)
{
    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>Longest text the browser lets in.</summary>
    public int? Maxlength { get; set; }

    /// <inheritdoc/>
    protected override void WriteContent(TagHelperContent content)
    {
        content.AppendHtml(Element("label", Label, ("class", "nhsuk-label"), ("for", Id)));
        WriteHintAndErrors(content);
        var area = Element("textarea", null, ("class", "nhsuk-textarea" + (Errors.Count > 0 ? " nhsuk-textarea--error" : "")), ("id", Id), ("name", Name),
            ("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("aria-describedby", DescribedBy), ("aria-invalid", Errors.Count > 0 ? "true" : null), ("lang", Lang), ("dir", Direction));
        area.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        content.AppendHtml(area);
    }
}

/// <summary>A choice from a list that opens.</summary>
[HtmlTargetElement("portal-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFieldTagHelper(IStringLocalizer<PlatformText> texts) : FieldTagHelper(texts)
{
    /// <summary>The choices.</summary>
    public required IEnumerable<SelectListItem> Items { get; set; }

    /// <inheritdoc/>
    protected override void WriteContent(TagHelperContent content)
    {
        content.AppendHtml(Element("label", Label, ("class", "nhsuk-label"), ("for", Id)));
        WriteHintAndErrors(content);
        var select = Element("select", null, ("class", "nhsuk-select"), ("id", Id), ("name", Name), ("aria-describedby", DescribedBy));
        foreach (var item in Items)
            select.InnerHtml.AppendHtml(Element("option", item.Text, ("value", item.Value), ("selected", (item.Value ?? item.Text) == (Value ?? "") ? "" : null)));
        content.AppendHtml(select);
    }
}

/// <summary>A group of radio buttons, or of checkboxes with <see cref="Multiple"/>.</summary>
[HtmlTargetElement("portal-choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper(IStringLocalizer<PlatformText> texts) : FieldTagHelper(texts)
{
    /// <summary>The choices.</summary>
    public required IEnumerable<SelectListItem> Items { get; set; }

    /// <summary>True for checkboxes.</summary>
    public bool Multiple { get; set; }

    /// <summary>True to set short choices side by side.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc/>
    protected override void WriteContent(TagHelperContent content)
    {
        var fieldset = Element("fieldset", null, ("class", "nhsuk-fieldset"), ("aria-describedby", DescribedBy));
        fieldset.InnerHtml.AppendHtml(Element("legend", Label, ("class", "nhsuk-fieldset__legend nhsuk-fieldset__legend--s")));
        var before = new DefaultTagHelperContent();
        WriteHintAndErrors(before);
        fieldset.InnerHtml.AppendHtml(before);
        var kind = Multiple ? "checkboxes" : "radios";
        var chosen = Chosen();
        var list = Element("div", null, ("class", $"nhsuk-{kind}" + (Inline ? $" nhsuk-{kind}--inline" : "")));
        var number = 0;
        foreach (var item in Items)
        {
            var id = number++ == 0 ? Id : $"{Id}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            var row = Element("div", null, ("class", $"nhsuk-{kind}__item"));
            var input = Element("input", null, ("class", $"nhsuk-{kind}__input"), ("id", id), ("name", Name), ("type", Multiple ? "checkbox" : "radio"), ("value", item.Value),
                ("checked", chosen.Contains(item.Value) ? "" : null));
            input.TagRenderMode = TagRenderMode.SelfClosing;
            row.InnerHtml.AppendHtml(input).AppendHtml(Element("label", item.Text, ("class", $"nhsuk-label nhsuk-{kind}__label"), ("for", id)));
            list.InnerHtml.AppendHtml(row);
        }

        fieldset.InnerHtml.AppendHtml(list);
        content.AppendHtml(fieldset);
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
            return [.. entry.RawValue is string[] many ? many : [entry.AttemptedValue ?? ""]];
        return For.Model switch
        {
            null => [],
            string one => [one],
            IEnumerable<string> several => [.. several],
            var other => [Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? ""],
        };
    }
}

/// <summary>The list of all errors at the top of a page, each a link to its field.</summary>
[HtmlTargetElement("portal-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<PlatformText> texts) : TagHelper
{
    /// <summary>The present view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Distinct()
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "nhsuk-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-module", "errors");
        output.Content.AppendHtml("<h2 class=\"nhsuk-error-summary__title\">").Append(texts["Frame.ErrorSummary"]).AppendHtml("</h2><div class=\"nhsuk-error-summary__body\"><ul class=\"nhsuk-list nhsuk-error-summary__list\">");
        foreach (var (key, message) in errors)
        {
            output.Content.AppendHtml("<li>");
            if (key.Length == 0) output.Content.Append(message);
            else output.Content.AppendHtml($"<a href=\"#{HtmlEncoder.Default.Encode(TagBuilder.CreateSanitizedId(key, "-"))}\">").Append(message).AppendHtml("</a>");
            output.Content.AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul></div>");
    }
}
