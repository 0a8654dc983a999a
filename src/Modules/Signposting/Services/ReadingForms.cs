using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services;

/// <summary>Offers the forms in which a plan or a letter can be read; the one that the record says the person needs is chosen already.</summary>
internal sealed class ReadingForms(PersonAccess people, PrivateText texts, IStringLocalizer<ReadingFormText> words)
{
    /// <summary>The form the record asks for; null where it asks for none, or the worker does not see the record.</summary>
    public async Task<ReadingForm?> NeededAsync(string? personId, CancellationToken cancellationToken)
    {
        if (personId is null || await people.FindAsync(personId, cancellationToken) is not { } person || Of(person.Read<Communication>(texts)) is not { } form) return null;
        // What somebody needs is told on the page: that is a look at the record.
        await people.RecordViewAsync(personId, cancellationToken);
        return form;
    }

    /// <summary>What to say beside a choice that is none.</summary>
    public string Missing => words["Form.Missing"];

    public IReadOnlyList<SelectListItem> Choices => [.. Enum.GetNames<ReadingForm>().Select(form => new SelectListItem(words["Form." + form], form))];

    /// <summary>Why a form is chosen already; null where none is asked for.</summary>
    public string? Why(ReadingForm? needed) => needed is { } form and not ReadingForm.Usual ? words["Why." + form].Value : null;

    /// <summary>The form that was chosen; null when it is none.</summary>
    public static ReadingForm? Chosen(string? typed) => Enum.TryParse<ReadingForm>(typed, out var form) && form.ToString() == typed ? form : null;

    /// <summary>What stands behind the address of a plan that opens in a form.</summary>
    public static string Query(ReadingForm form) => form switch { ReadingForm.Easy => "?easy=true", ReadingForm.Large => "?large=true", _ => "" };

    /// <summary>Who needs Easy Read is given it, also where the record asks for large print too: its letters are large.</summary>
    private static ReadingForm? Of(Communication? needs)
        => needs?.Needs.Contains("easy-read", StringComparer.Ordinal) == true ? ReadingForm.Easy : needs?.Needs.Contains("large-print", StringComparer.Ordinal) == true ? ReadingForm.Large : null;
}
