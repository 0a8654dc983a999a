using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Platform.Resources;

namespace Portal.Platform.Web;

/// <summary>A date in three fields, for a <see cref="TypedDate"/>: a date of birth is typed faster than it is found in a calendar.</summary>
[HtmlTargetElement("portal-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper(IStringLocalizer<PlatformText> texts) : FieldTagHelper(texts)
{
    private readonly IStringLocalizer<PlatformText> words = texts;

    /// <summary>True for the date of birth of whoever fills in the form: browsers then offer it.</summary>
    public bool Birthday { get; set; }

    /// <inheritdoc/>
    protected override void WriteContent(TagHelperContent content)
    {
        var fieldset = Element("fieldset", null, ("class", "nhsuk-fieldset"), ("role", "group"), ("aria-describedby", DescribedBy));
        fieldset.InnerHtml.AppendHtml(Element("legend", Label, ("class", "nhsuk-fieldset__legend nhsuk-fieldset__legend--s")));
        var before = new DefaultTagHelperContent();
        WriteHintAndErrors(before);
        fieldset.InnerHtml.AppendHtml(before);
        var row = Element("div", null, ("class", "portal-row"));
        var date = For.Model as TypedDate;
        // The first field bears the id of the group: the list of errors leads to it.
        foreach (var (part, id, value, width, birthday) in new[]
        {
            ("Day", Id, date?.Day, "2", "bday-day"), ("Month", Id + "-Month", date?.Month, "2", "bday-month"), ("Year", Id + "-Year", date?.Year, "4", "bday-year"),
        })
        {
            var group = Element("div", null, ("class", "nhsuk-form-group"));
            group.InnerHtml.AppendHtml(Element("label", words["Field." + part], ("class", "nhsuk-label"), ("for", id)));
            var input = Element("input", null, ("class", $"nhsuk-input nhsuk-input--width-{width}{(Errors.Count > 0 ? " nhsuk-input--error" : "")}"), ("id", id), ("name", $"{Name}.{part}"), ("type", "text"),
                ("inputmode", "numeric"), ("maxlength", "4"), ("value", Typed(part) ?? value), ("autocomplete", Birthday ? birthday : null), ("dir", "ltr"), ("aria-invalid", Errors.Count > 0 ? "true" : null));
            input.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
            group.InnerHtml.AppendHtml(input);
            row.InnerHtml.AppendHtml(group);
        }

        fieldset.InnerHtml.AppendHtml(row);
        content.AppendHtml(fieldset);
    }

    private string? Typed(string part)
        => ViewContext.ViewData.ModelState.TryGetValue($"{Name}.{part}", out ModelStateEntry? entry) ? entry.AttemptedValue : null;
}
