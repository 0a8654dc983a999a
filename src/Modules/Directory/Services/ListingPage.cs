using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Photos;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>All that the page of a group shows, in the reader's language where there is one. Each wording says which language it is in.</summary>
internal sealed record ListingPage
{
    public required string Id { get; init; }

    public required string Slug { get; init; }

    /// <summary>Language of the title, and so of most of the page.</summary>
    public required string TextLanguage { get; init; }

    /// <summary>Language the group itself wrote in.</summary>
    public required string SourceLanguage { get; init; }

    /// <summary>True when a machine translated it and no person has looked.</summary>
    public required bool IsMachineTranslated { get; init; }

    /// <summary>True when the source has changed since it was translated.</summary>
    public required bool IsOutOfDate { get; init; }

    public required string Title { get; init; }

    public Wording? Summary { get; init; }

    public Wording? Description { get; init; }

    public Wording? FirstVisit { get; init; }

    public Wording? WhoFor { get; init; }

    public Wording? CostNote { get; init; }

    public Wording? ScheduleNote { get; init; }

    public Wording? PlacesNote { get; init; }

    public Wording? ContactRole { get; init; }

    public required ListingFacts Facts { get; init; }

    /// <summary>"Tuesday 10 am to 11:30 am, weekly", one per schedule.</summary>
    public required IReadOnlyList<string> Schedules { get; init; }

    /// <summary>Dates that are otherwise than one would expect.</summary>
    public IReadOnlyList<SaidChange> DateChanges { get; init; } = [];

    /// <summary>The calendar the group keeps somewhere else; null when there is none.</summary>
    public GroupCalendar? OwnCalendar { get; init; }

    public required IReadOnlyList<NextDate> NextDates { get; init; }

    /// <summary>True when its meetings do not all begin at the same hour, or no schedule says at which.</summary>
    public bool SaysTimes => Facts.Schedules.Count == 0 || NextDates.Any(date => date.Start != Facts.Schedules[0].Start);

    /// <summary>"Having a break. Back on Tuesday 6 January."; null when the group meets.</summary>
    public string? Break { get; init; }

    /// <summary>True when it has a schedule and no date of it is still to come.</summary>
    public bool HasNothingNext { get; init; }

    /// <summary>Names of the kinds of activity.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Names of what it helps with.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public Wording? VenueName { get; init; }

    public Venue? Venue { get; init; }

    public Wording? Transport { get; init; }

    public Wording? OrganisationName { get; init; }

    public Wording? OrganisationText { get; init; }

    public string? OrganisationWebsite { get; init; }

    public required string Cost { get; init; }

    public string? Attendance { get; init; }

    /// <summary>"Full until 1 March 2027", as the group told a link worker; null when it did not.</summary>
    public string? Full { get; init; }

    public string? Places { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required IReadOnlyList<string> Access { get; init; }

    public required IReadOnlyList<string> Audience { get; init; }

    /// <summary>"16 years and over"; null when any.</summary>
    public string? Ages { get; init; }

    /// <summary>True when no volunteer keeps the page.</summary>
    public required bool IsUnkept { get; init; }

    public ShownPhoto? Photo { get; init; }

    /// <summary>What the photo shows.</summary>
    public Wording? PhotoAlt { get; init; }

    public required string Freshness { get; init; }

    public required bool IsStale { get; init; }

    /// <summary>True when the search does not show it because nobody has said for very long that it is right.</summary>
    public bool IsHiddenFromSearch { get; init; }
}

/// <summary>Reads the page of a group, in a handful of queries.</summary>
internal sealed class ListingPageReader(PortalDbContext db, ITaxonomies taxonomies, ScheduleWords schedules, DateChanges changes, HolidayReader holidayReader, ListingWording wording, DateWords dates, PhotoShelf photos, FreshnessReader freshness, TenantContext tenant)
{
    /// <summary>The page of that slug, or null when the public sees none.</summary>
    public async Task<ListingPage?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var listing = await db.Set<Listing>().AsNoTracking().AsSplitQuery().Include(listing => listing.Texts).Include(listing => listing.Maintainers)
            .SingleOrDefaultAsync(listing => listing.Slug == slug && listing.Published, cancellationToken);
        return listing is null ? null : await ReadAsync(listing, cancellationToken);
    }

    /// <summary>The page as the public would see it, of a listing at hand; also for a preview of what is not saved.</summary>
    public async Task<ListingPage> ReadAsync(Listing listing, CancellationToken cancellationToken)
    {
        var venue = listing.VenueId is null ? null : (await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts).SingleOrDefaultAsync(venue => venue.Id == listing.VenueId, cancellationToken))?.ForThePublic();
        var organisation = listing.OrganisationId is null ? null : await db.Set<Organisation>().AsNoTracking().Include(organisation => organisation.Texts)
            .SingleOrDefaultAsync(organisation => organisation.Id == listing.OrganisationId, cancellationToken);
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var holidays = await holidayReader.ReadAsync(cancellationToken);
        var calendar = await db.Set<GroupCalendar>().AsNoTracking().SingleOrDefaultAsync(known => known.ListingId == listing.Id, cancellationToken);
        var ownDates = calendar?.ReadAt is null ? null : calendar.Dates;
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var text = listing.Texts.Choose(chain);
        var texts = listing.Texts;
        var next = listing.Places == Domain.Places.Paused ? [] : Meetings.Next(ownDates, listing.Schedules, SeasonalBreak.MeetsFrom(dates.Now, listing.BackOn), 3, holidays);
        var (rule, said) = (await freshness.ReadAsync(cancellationToken), freshness.FactsOf(listing));
        return new ListingPage
        {
            Id = listing.Id,
            Slug = listing.Slug,
            TextLanguage = text.Culture,
            SourceLanguage = listing.Culture,
            IsMachineTranslated = text.Review == ContentTexts.Machine,
            IsOutOfDate = text.SourceVersion is not null && text.SourceVersion != listing.Source.VersionId,
            Title = text.Title,
            Summary = texts.Find(chain, words => words.Summary),
            Description = texts.Find(chain, words => words.Description),
            FirstVisit = texts.Find(chain, words => words.FirstVisit),
            WhoFor = texts.Find(chain, words => words.WhoFor),
            CostNote = texts.Find(chain, words => words.CostNote),
            ScheduleNote = texts.Find(chain, words => words.ScheduleNote),
            PlacesNote = texts.Find(chain, words => words.PlacesNote),
            ContactRole = listing.ContactPrivate ? null : texts.Find(chain, words => words.ContactRole),
            Facts = listing.Facts.ForThePublic(),
            Schedules = [.. listing.Schedules.Select(schedules.Whole)],
            OwnCalendar = calendar,
            DateChanges = ownDates is not null || listing.Places == Domain.Places.Paused ? [] : [.. changes.Ahead(listing.Schedules, holidays).Where(change => !(change.Date < listing.BackOn))],
            NextDates = next,
            Break = wording.Break(listing.BackOn),
            HasNothingNext = wording.HasNothingNext(listing.Schedules, listing.Places, next.Count),
            Venue = venue,
            VenueName = venue?.Texts.Find(chain, words => words.Title),
            Transport = venue?.Texts.Find(chain, words => words.Transport),
            OrganisationName = organisation?.Texts.Find(chain, words => words.Title),
            OrganisationText = organisation?.Texts.Find(chain, words => words.Description),
            OrganisationWebsite = organisation?.Website,
            Cost = wording.Cost(listing.Cost, listing.CostPence),
            Attendance = wording.Attendance(listing.Attendance),
            Places = wording.Places(listing.Places, null),
            Full = wording.Full(listing.FullUntil),
            Languages = [.. listing.Languages.Select(wording.Language)],
            Access = Listings.AccessOf(listing.AccessIds, venue, terms, chain),
            Audience = NamesOf(listing.AudienceIds, terms, chain),
            Activities = NamesOf(listing.ActivityIds, terms, chain),
            Needs = NamesOf(listing.NeedIds, terms, chain),
            Ages = wording.Ages(listing.MinimumAge, listing.MaximumAge),
            IsUnkept = listing.Maintainers.Count == 0,
            Photo = listing.PhotoId is { } photo ? await photos.FindAsync(photo, cancellationToken) : null,
            PhotoAlt = texts.Find(chain, words => words.PhotoAlt),
            Freshness = wording.Freshness(listing.AssuredOn, rule.Warns(said)),
            IsStale = rule.Warns(said),
            IsHiddenFromSearch = rule.StateOf(said) == FreshnessState.Hidden,
        };
    }

    private static IReadOnlyList<string> NamesOf(IReadOnlyList<string> ids, TermList terms, IReadOnlyList<string> chain)
        => [.. ids.Select(terms.Find).OfType<TermInfo>().OrderBy(term => term.Order).Select(term => term.NameIn(chain).Name)];
}
