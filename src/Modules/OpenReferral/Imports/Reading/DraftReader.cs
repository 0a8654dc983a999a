using System.Security.Cryptography;
using System.Text;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Data;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Makes a service with its organisation and location of a draft: takes what is right and reports the rest.</summary>
/// <param name="askCost">Words for the page of a group whose source does not say what it costs.</param>
internal sealed class DraftReader(KnownWords words, string askCost)
{
    private static readonly string[] closed = ["inactive", "defunct", "closed", "ended", "archived", "deleted", "no", "no longer running"];
    private static readonly string[] paused = ["temporarily closed", "paused", "suspended", "on hold"];

    public FeedItem Read(Draft draft)
    {
        var faults = draft.Faults;
        var name = Prose.Line(draft.Name);
        var id = Prose.Line(draft.Id);
        if (Prose.Line(draft.Status)?.ToLowerInvariant() is { } status && closed.Contains(status, StringComparer.Ordinal))
        {
            draft.Note(SheetFields.Status, "Closed", status);
            return new FeedItem { Line = draft.Line, IsClosed = true, Faults = faults };
        }

        if (name is null || name.Count(char.IsLetterOrDigit) < 2) return Refused(draft, id, SheetFields.Name, "NameMissing");
        var place = new PlaceOfDraft(draft).Read();
        var contact = ContactOfDraft.Read(draft);
        var (schedules, scheduleNote) = When(draft);
        var description = Prose.Text(draft.Description);
        if (description is null && Prose.Line(draft.Summary) is null && schedules.Count == 0 && scheduleNote is null && place.Location is null && !contact.HasAny)
            return Refused(draft, id, null, "NothingElse");

        var organization = Organization(draft);
        var (cost, pence, costNote) = CostOfDraft.Read(draft, askCost);
        if (!contact.HasAny) draft.Note(SheetFields.Contact, "ContactMissing");
        var terms = Terms(draft);
        if (id is null && draft.OrganisationId is not null) draft.Note(SheetFields.Id, "IdMissing");
        var service = new ServiceFacts
        {
            Name = name,
            Summary = Prose.Summary(draft.Summary) ?? Prose.Summary(description),
            Description = description,
            Eligibility = Prose.Line(draft.Who),
            MinimumAge = Age(draft.MinimumAge),
            MaximumAge = Age(draft.MaximumAge),
            OrganizationId = organization?.ExternalId,
            LocationId = place.Location?.ExternalId,
            Attending = Attending(draft, place),
            Schedules = schedules,
            ScheduleNote = scheduleNote,
            Cost = cost,
            CostPence = pence,
            CostNote = costNote,
            Status = paused.Contains(Prose.Line(draft.Status)?.ToLowerInvariant() ?? "", StringComparer.Ordinal) ? "temporarily closed" : "active",
            ContactName = contact.Name,
            ContactTitle = Prose.Line(draft.ContactTitle),
            Phone = contact.Phone,
            TextPhone = contact.TextPhone,
            Email = contact.Email,
            Url = contact.Website,
            Languages = Languages(draft),
            ActivityIds = Of(terms, TaxonomyIds.Activity),
            NeedIds = Of(terms, TaxonomyIds.Need),
            AccessIds = Of(terms, TaxonomyIds.Access),
            AudienceIds = Of(terms, TaxonomyIds.Audience),
            AssuredDate = Date(draft, draft.Assured, SheetFields.Assured),
        };
        var key = id ?? "name:" + Prose.Key(name) + "|" + Prose.Key(place.Location?.Facts.PostalCode ?? place.Location?.Facts.Name ?? draft.Where);
        return new FeedItem { Line = draft.Line, Service = new FeedThing<ServiceFacts>(ExternalId(key), service), Organization = organization, Location = place.Location, Faults = faults };
    }

    /// <summary>An id as it can be kept: one that is too long is kept by its hash.</summary>
    public static string ExternalId(string id)
        => id.Length <= ImportLengths.ExternalId ? id : "hash:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static FeedItem Refused(Draft draft, string? id, string? field, string reason)
        => new() { Line = draft.Line, RefusedId = id is null ? null : ExternalId(id), Faults = [.. draft.Faults, new Fault(IsError: true, field, reason)] };

    /// <summary>An age in years; 0 and what is beyond any age say nothing.</summary>
    private static int? Age(string? raw)
        => double.TryParse(Prose.Line(raw), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var years) && years is >= 1 and < 120 ? (int)years : null;

    private static IReadOnlyList<string> Attending(Draft draft, PlaceOfDraft.Place place)
    {
        var said = string.Join(' ', draft.Attending).ToLowerInvariant();
        var ways = new List<string>();
        if (place.Location is not null || said.Contains("venue", StringComparison.Ordinal) || said.Contains("person", StringComparison.Ordinal)) ways.Add("in-person");
        if (place.IsOnline || said.Contains("online", StringComparison.Ordinal) || said.Contains("virtual", StringComparison.Ordinal) || said.Contains("video", StringComparison.Ordinal)) ways.Add("online");
        if (place.IsPhone || said.Contains("phone", StringComparison.Ordinal)) ways.Add("phone");
        return ways;
    }

    private static FeedThing<OrganizationFacts>? Organization(Draft draft)
    {
        if (Prose.Line(draft.Organisation) is not { } name) return null;
        var id = Prose.Line(draft.OrganisationId) ?? "org:" + Prose.Key(name);
        return new FeedThing<OrganizationFacts>(ExternalId(id), new OrganizationFacts
        {
            Name = name,
            Description = Prose.Text(draft.OrganisationText),
            Email = TypedValues.Email(Prose.Line(draft.OrganisationEmail)),
            Phone = TypedValues.Phone(Prose.Line(draft.OrganisationPhone)),
            Website = TypedValues.Website(Prose.Line(draft.OrganisationWebsite)),
        });
    }

    private static (IReadOnlyList<ScheduleFacts> Schedules, string? Note) When(Draft draft)
    {
        var note = Prose.Line(draft.ScheduleNote);
        if (Prose.Line(draft.When) is not { } words) return (draft.Schedules, note);
        if (TypedValues.Meetings(words, FeedDates.Date(draft.Starts)) is { } read)
            return ([.. draft.Schedules, .. read.Schedules], read.SaysMore ? Join(words, note) : note);

        // Nobody has to lose what they wrote: it stands on the page as it is.
        draft.Note(SheetFields.When, "WhenUnclear", words);
        return (draft.Schedules, Join(words, note));
    }

    private static string Join(string words, string? note) => note is null || note == words ? words : Prose.Cut($"{words}. {note}", Prose.LongestLine);

    private static DateOnly? Date(Draft draft, string? raw, string field)
    {
        var date = FeedDates.Date(raw);
        if (date is null && Prose.Line(raw) is { } text) draft.Note(field, "DateUnclear", Prose.Cut(text, 60));
        return date;
    }

    private static IReadOnlyList<string> Languages(Draft draft)
    {
        var codes = new List<string>();
        foreach (var word in draft.Languages.SelectMany(Split))
        {
            if (KnownWords.Language(word) is { } code) codes.Add(code);
            else draft.Note(SheetFields.Languages, "LanguageUnknown", Prose.Cut(word, 60));
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    private List<TermInfo> Terms(Draft draft)
    {
        var found = new List<TermInfo>();
        foreach (var term in draft.Terms.Select(Prose.Line).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            // A whole name first: "Arts, crafts and music" is one word to those who made it.
            if (words.Terms(term) is { Count: > 0 } whole) found.AddRange(whole);
            else found.AddRange(Split(term).SelectMany(word => words.Terms(word) is { Count: > 0 } known ? known : Unknown(draft, word)));
        }

        return [.. found.DistinctBy(term => term.Id)];
    }

    private static IReadOnlyList<TermInfo> Unknown(Draft draft, string word)
    {
        draft.Note(SheetFields.Category, "TermUnknown", Prose.Cut(word, 60));
        return [];
    }

    private static IReadOnlyList<string> Of(List<TermInfo> terms, string taxonomy) => [.. terms.Where(term => term.TaxonomyId == taxonomy).OrderBy(term => term.Order).Select(term => term.Id)];

    private static IEnumerable<string> Split(string cell)
        => cell.Split([',', ';', '/', '|', '\n', '&', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => part.Split(" and ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
