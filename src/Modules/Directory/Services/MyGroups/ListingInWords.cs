using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Says everything that is in a snapshot of a listing in the reader's language, so that people can see what changed.</summary>
internal sealed class ListingInWords(
    PortalDbContext db, ITaxonomies taxonomies, ScheduleWords schedules, ListingWording wording, DateWords dates, TenantContext tenant,
    IStringLocalizer<VolunteerText> texts, IStringLocalizer<DirectoryText> shared, IStringLocalizer<PrivacyText> privacy, IStringLocalizer<KeepingText> keeping, IStringLocalizer<RoomText> room)
{
    private readonly IReadOnlyList<string> chain = tenant.Settings.FallbackChain(tenant.Language);

    /// <summary>What differs between each pair of states. Three queries, however many there are.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Difference>>> CompareAsync(IReadOnlyList<(ListingSnapshot Before, ListingSnapshot After)> pairs, CancellationToken cancellationToken)
    {
        var facts = pairs.SelectMany(pair => new[] { pair.Before.Facts, pair.After.Facts }).ToList();
        var venueIds = facts.Select(fact => fact.VenueId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var organisationIds = facts.Select(fact => fact.OrganisationId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = new Names(
            await taxonomies.ReadAsync(cancellationToken),
            (await db.Set<VenueText>().AsNoTracking().Where(text => venueIds.Contains(text.VenueId)).ToListAsync(cancellationToken))
                .UnionBy(db.Set<VenueText>().Local, text => text.Id, StringComparer.Ordinal).ToLookup(text => text.VenueId, StringComparer.Ordinal),
            (await db.Set<OrganisationText>().AsNoTracking().Where(text => organisationIds.Contains(text.OrganisationId)).ToListAsync(cancellationToken)).ToLookup(text => text.OrganisationId, StringComparer.Ordinal));
        return [.. pairs.Select(pair => Difference.Between(Say(pair.Before, names), Say(pair.After, names)))];
    }

    private List<SaidField> Say(ListingSnapshot snapshot, Names names)
    {
        var facts = snapshot.Facts;
        var fields = new List<SaidField>
        {
            Fact("When", string.Join("; ", facts.Schedules.Select(schedules.InFull))),
            Fact("Where", string.Join(". ", new[] { NameOf(names.Venues, facts.VenueId), wording.Attendance(facts.Attendance) }.Where(words => !string.IsNullOrEmpty(words)))),
            Fact("Cost", wording.Cost(facts.Cost, facts.CostPence)),
            Fact("Places", wording.Places(facts.Places, null) ?? texts["Places.Open"]),
            new SaidField("FullUntil", null, room["Field.FullUntil"], facts.FullUntil is { } until ? dates.Date(until) : ""),
            Fact("Break", SeasonalBreak.IsOn(facts.BackOn, dates.Today) ? dates.Date(facts.BackOn!.Value) : null),
            Fact("Stopped", facts.StoppedOn is { } stopped ? dates.Date(stopped) : null),
            Fact("Audience", Terms(names, facts.AudienceIds)),
            Fact("Access", Terms(names, facts.AccessIds)),
            Fact("Languages", shared.JoinComma([.. facts.Languages.Select(wording.Language)])),
            Fact("Activities", Terms(names, facts.ActivityIds)),
            Fact("Needs", Terms(names, facts.NeedIds)),
            Fact("ContactName", facts.ContactName),
            Fact("ContactPhone", facts.ContactPhone),
            Fact("ContactText", facts.ContactText),
            Fact("ContactEmail", facts.ContactEmail),
            Fact("ContactWebsite", facts.ContactWebsite),
            new SaidField("ContactPrivate", null, privacy["Field.ContactPrivate"], privacy[facts.ContactPrivate ? "Field.Private" : "Field.Public"]),
            new SaidField("Ages", null, privacy["Field.Ages"], wording.Ages(facts.MinimumAge, facts.MaximumAge) ?? ""),
            Fact("Photo", facts.PhotoId is { } photo ? keeping["Photo.Numbered", photo[..4]].Value : null),
            Fact("Assured", facts.AssuredOn is { } date ? dates.Date(date) : null),
            Fact("Organisation", NameOf(names.Organisations, facts.OrganisationId)),
            Fact("Published", texts[facts.Published ? "Published.Yes" : "Published.No"]),
            Fact("Maintainers", string.Join(", ", facts.Maintainers)),
        };
        var isTranslated = snapshot.Texts.Count > 1 || tenant.Settings.Languages.Count > 1;
        foreach (var (culture, words) in snapshot.Texts) fields.AddRange(Say(culture, words, isTranslated));
        foreach (var (culture, state) in snapshot.Translations ?? new Dictionary<string, TranslationState>(StringComparer.Ordinal))
        {
            var key = state.Review == ContentTexts.Machine ? "Translation.Machine" : state.IsUpToDate ? "Translation.Right" : "Translation.Behind";
            fields.Add(new SaidField("Translation." + culture, null, texts["Field.Translation", wording.Language(culture)], texts[key]));
        }

        return fields;
    }

    private IEnumerable<SaidField> Say(string culture, ListingWords words, bool nameLanguage)
    {
        var said = new (string Key, string? Words)[]
        {
            ("Title", words.Title), ("Summary", words.Summary), ("Description", words.Description), ("FirstVisit", words.FirstVisit), ("WhoFor", words.WhoFor),
            ("ScheduleNote", words.ScheduleNote), ("CostNote", words.CostNote), ("PlacesNote", words.PlacesNote), ("ContactRole", words.ContactRole),
            ("PhotoAlt", words.PhotoAlt),
        };
        return said.Select(field =>
        {
            var label = texts["Field." + field.Key].Value;
            return new SaidField(field.Key, culture, nameLanguage ? texts["Field.InLanguage", label, wording.Language(culture)] : label, field.Words ?? "");
        });
    }

    private SaidField Fact(string key, string? words) => new(key, null, texts["Field." + key], words ?? "");

    private string Terms(Names names, IReadOnlyList<string> ids)
        => shared.JoinComma([.. ids.Select(names.Terms.Find).OfType<TermInfo>().OrderBy(term => term.Order).Select(term => term.NameIn(chain).Name)]);

    private string? NameOf<TText>(ILookup<string, TText> all, string? id)
        where TText : ContentText
        => id is null ? null : all[id].ToList() is { Count: > 0 } found ? found.Choose(chain).Title : null;

    private sealed record Names(TermList Terms, ILookup<string, VenueText> Venues, ILookup<string, OrganisationText> Organisations);
}
