using Markdig;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Says of listings, venues and organisations what the public may know, in the reader's language.</summary>
internal sealed class PublicListingWriter(ScheduleWords schedules, ListingWording wording, TenantContext tenant)
{
    private readonly IReadOnlyList<string> chain = tenant.Settings.FallbackChain(tenant.Language);

    public PublicListing Listing(Listing listing, Venue? venue, PublicOrganisation? organisation)
    {
        var (text, texts, facts) = (listing.Texts.Choose(chain), listing.Texts, listing.Facts.ForThePublic());
        var place = venue is { Published: true } ? venue.ForThePublic() : null;
        return new PublicListing
        {
            PublicId = listing.PublicId,
            PublicPlaceId = listing.PublicPlaceId,
            Slug = listing.Slug,
            ModifiedAt = listing.ModifiedAt,
            TextLanguage = text.Culture,
            TextLanguages = [.. texts.Select(one => one.Culture).Order(StringComparer.Ordinal)],
            Title = text.Title,
            Summary = texts.Find(chain, words => words.Summary)?.Text,
            Description = Plain(texts.Find(chain, words => words.Description)),
            FirstVisit = Plain(texts.Find(chain, words => words.FirstVisit)),
            WhoFor = texts.Find(chain, words => words.WhoFor)?.Text,
            ScheduleNote = texts.Find(chain, words => words.ScheduleNote)?.Text,
            CostNote = texts.Find(chain, words => words.CostNote)?.Text,
            Cost = facts.Cost switch { Cost.Free => "free", Cost.Donation => "donation", _ => "paid" },
            CostPence = facts.CostPence,
            CostInWords = wording.Cost(facts.Cost, facts.CostPence),
            IsPaused = facts.Places == Places.Paused,
            PlacesInWords = wording.Full(facts.FullUntil) ?? wording.Places(facts.Places, texts.Find(chain, words => words.PlacesNote)?.Text),
            Attendance = facts.Attendance,
            AttendanceInWords = wording.Attendance(facts.Attendance),
            MinimumAge = facts.MinimumAge,
            MaximumAge = facts.MaximumAge,
            Languages = [.. facts.Languages.Select(code => (code, wording.Language(code)))],
            TermIds = [.. facts.ActivityIds.Concat(facts.NeedIds).Concat(facts.AccessIds).Concat(facts.AudienceIds).Distinct(StringComparer.Ordinal)],
            Schedules = [.. facts.Schedules.Select(schedule => PublicSchedules.Of(schedule, schedules.Whole(schedule)))],
            Contact = Contact(facts, texts.Find(chain, words => words.ContactRole)?.Text),
            Email = facts.ContactEmail,
            Website = WebAddress.IsOne(facts.ContactWebsite) ? facts.ContactWebsite : null,
            AssuredOn = facts.AssuredOn,
            Organisation = organisation,
            Venue = place is { IsConfidential: false } ? Venue(place) : null,
            Town = place?.Town,
        };
    }

    public PublicOrganisation Organisation(Organisation organisation) => new()
    {
        PublicId = organisation.PublicId,
        ModifiedAt = organisation.ModifiedAt,
        Name = organisation.Texts.Choose(chain).Title,
        Description = Plain(organisation.Texts.Find(chain, words => words.Description)),
        Website = WebAddress.IsOne(organisation.Website) ? organisation.Website : null,
    };

    private PublicVenue Venue(Venue venue) => new()
    {
        PublicId = venue.PublicId,
        Name = venue.Texts.Choose(chain).Title,
        AddressLine = venue.AddressLine,
        Town = venue.Town,
        Postcode = venue.Postcode,
        Latitude = venue.Latitude,
        Longitude = venue.Longitude,
        Transport = venue.Texts.Find(chain, words => words.Transport)?.Text,
        AccessIds = venue.AccessIds,
    };

    private static PublicContact? Contact(ListingFacts facts, string? role)
        => facts.ContactPrivate || (facts.ContactName ?? facts.ContactPhone ?? facts.ContactText) is null
            ? null
            : new PublicContact(facts.ContactName, role, facts.ContactPhone, facts.ContactText);

    private static string? Plain(Wording? markdown) => markdown is null ? null : Markdown.ToPlainText(markdown.Text).Trim();
}
