using System.Text.RegularExpressions;
using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Whom to ask: from fields of their own, or out of one cell like "Amina 07700 900123 or amina@example.org".</summary>
internal sealed partial record ContactOfDraft(string? Name, string? Phone, string? TextPhone, string? Email, string? Website)
{
    public bool HasAny => Phone is not null || TextPhone is not null || Email is not null || Website is not null;

    public static ContactOfDraft Read(Draft draft)
    {
        var name = Prose.Line(draft.ContactName);
        var email = ReadEmail(draft, draft.Email);
        var website = Prose.Line(draft.Website) is { } site ? TypedValues.Website(FirstWord(site)) ?? NoteNull(draft, SheetFields.Website, "WebsiteUnclear", site) : null;
        var text = Number(draft, draft.TextPhone, SheetFields.TextPhone);
        var numbers = draft.Phones.Select(phone => Number(draft, phone, SheetFields.Phone)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (Prose.Line(draft.Contact) is { } all)
        {
            if (email is null && EmailIn().Match(all) is { Success: true } found) (email, all) = (TypedValues.Email(found.Value), all.Replace(found.Value, " ", StringComparison.Ordinal));
            foreach (Match match in PhoneIn().Matches(all))
            {
                if (TypedValues.Phone(match.Value) is not { } number) continue;
                numbers.Add(number);
                all = all.Replace(match.Value, " ", StringComparison.Ordinal);
            }

            var rest = string.Join(' ', all.Split([' ', ',', ';', ':', '/', '-', '–', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => Prose.Key(word) is { Length: > 0 } key && key is not ("or" or "and" or "tel" or "email" or "phone" or "mobile" or "call" or "ring" or "on" or "contact" or "text" or "mob" or "e" or "t" or "m")));
            if (name is null && rest.Length is > 1 and <= 60) name = rest;
        }

        if (text is not null && !TypedValues.TakesTexts(text))
        {
            numbers.Insert(0, text);
            text = null;
        }

        return new ContactOfDraft(name, numbers.FirstOrDefault(), text, email, website);
    }

    private static string? ReadEmail(Draft draft, string? raw)
    {
        if (Prose.Line(raw) is not { } text) return null;
        if (TypedValues.Email(text) is { } whole) return whole;
        return EmailIn().Match(text) is { Success: true } found && TypedValues.Email(found.Value) is { } inside ? inside : NoteNull(draft, SheetFields.Email, "EmailUnclear", text);
    }

    private static string? Number(Draft draft, string? raw, string field)
    {
        if (Prose.Line(raw) is not { } text) return null;
        if (TypedValues.Phone(text) is { } whole) return whole;

        // A spreadsheet takes the first nought for no digit.
        if (text.Length is 9 or 10 && text.All(char.IsAsciiDigit) && text[0] != '0' && TypedValues.Phone("0" + text) is { } mended) return mended;
        foreach (Match match in PhoneIn().Matches(text))
        {
            if (TypedValues.Phone(match.Value) is { } inside) return inside;
        }

        return NoteNull(draft, field, "PhoneUnclear", text);
    }

    private static string? NoteNull(Draft draft, string field, string reason, string value)
    {
        draft.Note(field, reason, Prose.Cut(value, 60));
        return null;
    }

    private static string FirstWord(string text) => text.Split(' ', 2)[0].TrimEnd(',', ';');

    [GeneratedRegex(@"[^\s@<>,;:/()]{1,64}@[^\s@<>,;:/()]{1,120}\.[A-Za-z]{2,20}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex EmailIn();

    [GeneratedRegex(@"(?:\+|\b)\(?[0-9][0-9() \-.]{7,18}[0-9]\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex PhoneIn();
}
