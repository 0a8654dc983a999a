using Markdig;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Keeps the search index true, in the unit of work of the change: reads what is about to be saved, and does not save.</summary>
internal sealed class ListingIndexer(PortalDbContext db, ISearchIndex index, WhenFacets when, FreshnessReader freshness, TenantContext tenant)
{
    private Dictionary<string, Term>? terms;

    /// <summary>Puts one listing in the index, or takes it out when the public does not see it, or nobody has said for too long that it is right.</summary>
    public async Task IndexAsync(Listing listing, CancellationToken cancellationToken)
    {
        var rule = await freshness.ReadAsync(cancellationToken);
        var facts = freshness.FactsOf(listing);
        if (!listing.Published || rule.StateOf(facts) == FreshnessState.Hidden)
        {
            await index.RemoveAsync(ListingFacets.Kind, listing.Id, cancellationToken);
            return;
        }

        var venue = listing.VenueId is { } venueId ? (await db.FindVenueAsync(venueId, cancellationToken))?.ForThePublic() : null;
        var organisation = listing.OrganisationId is { } organisationId ? await db.FindOrganisationAsync(organisationId, cancellationToken) : null;
        terms ??= await db.Set<Term>().ToDictionaryAsync(term => term.Id, StringComparer.Ordinal, cancellationToken);
        await index.PutAsync(ItemOf(listing, venue, organisation, await when.OfAsync(listing, cancellationToken)) with { AssuredOn = rule.Since(facts) }, cancellationToken);
    }

    /// <summary>Puts the listings of a venue in the index again.</summary>
    public async Task IndexVenueAsync(string venueId, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Listing>().Where(listing => listing.VenueId == venueId).Select(listing => listing.Id).ToListAsync(cancellationToken);
        foreach (var id in ids) await IndexAsync((await db.FindListingAsync(id, cancellationToken))!, cancellationToken);
    }

    /// <summary>Puts all listings in the index again. Three queries, however many there are.</summary>
    public async Task IndexAllAsync(CancellationToken cancellationToken)
    {
        await db.Set<Venue>().Include(venue => venue.Texts).LoadAsync(cancellationToken);
        await db.Set<Organisation>().Include(organisation => organisation.Texts).LoadAsync(cancellationToken);
        var listings = await db.Set<Listing>().Include(listing => listing.Texts).ToListAsync(cancellationToken);
        foreach (var listing in listings) await IndexAsync(listing, cancellationToken);
    }

    private SearchItem ItemOf(Listing listing, Venue? venue, Organisation? organisation, IReadOnlyList<Facet> meetings)
    {
        var activities = TermsOf(listing.ActivityIds);
        var needs = TermsOf(listing.NeedIds);
        var access = TermsOf(listing.AccessIds.Union(venue?.AccessIds ?? []));
        var audiences = TermsOf(listing.AudienceIds);
        return new SearchItem
        {
            Kind = ListingFacets.Kind,
            ItemId = listing.Id,
            Slug = listing.Slug,
            Texts = [.. listing.Texts.Select(text => new SearchText(text.Culture, text.Title, text.Summary ?? "", BodyOf(text, venue, organisation)))],
            FirstTermWords = [.. activities.Take(1).Concat(needs.Take(1)).SelectMany(term => term.Names).SelectMany(name => name.Synonyms.Prepend(name.Name)).Distinct(StringComparer.Ordinal)],
            TermWords = [.. activities.Concat(needs).Concat(access).Concat(audiences).SelectMany(term => term.Names).SelectMany(name => name.Synonyms.Prepend(name.Name)).Concat(SpokenAt(listing)).Distinct(StringComparer.Ordinal)],
            Facets =
            [
                .. meetings
                    .Append(new Facet(ListingFacets.Cost, listing.Cost switch { Cost.Free => "free", Cost.Donation => "donation", _ => "paid" }))
                    .Concat(listing.Languages.Select(language => new Facet(ListingFacets.Language, language)))
                    .Concat(activities.Select(term => new Facet(ListingFacets.Category, term.Path)))
                    .Concat(needs.Select(term => new Facet(ListingFacets.Need, term.Path)))
                    .Concat(access.Select(term => new Facet(ListingFacets.Access, term.Path)))
                    .Concat(audiences.Select(term => new Facet(ListingFacets.Audience, term.Path)))
                    .Concat(listing.Attendance.Select(way => new Facet(ListingFacets.How, way)))
                    .Concat(RestOf(listing))
                    .Concat(RoomOf(listing))
                    .Distinct(),
            ],
            Place = venue is { Latitude: { } latitude, Longitude: { } longitude } ? new Point(latitude, longitude) : null,
            Anywhere = listing.Attendance.Contains(AttendanceWays.Online) || listing.Attendance.Contains(AttendanceWays.Phone),
        };
    }

    /// <summary>
    /// The languages spoken there, by their own names and by those readers have for them: who writes "Urdu" or "اردو" looks for a group that speaks it.
    /// The site's own language says nothing, as nearly all speak it; who writes "English" wants to learn it.
    /// </summary>
    private IEnumerable<string> SpokenAt(Listing listing)
        => listing.Languages.Where(code => code != tenant.Settings.DefaultLanguage).Select(LanguageInfo.Find).OfType<LanguageInfo>()
            .SelectMany(language => tenant.Settings.Languages.Select(reader => language.NameIn(LanguageInfo.Of(reader))).Prepend(language.Name));

    private static string BodyOf(ListingText text, Venue? venue, Organisation? organisation)
    {
        var chain = new[] { text.Culture };
        return string.Join(' ', new[]
        {
            Plain(text.Description), text.WhoFor, Plain(text.FirstVisit), text.CostNote, text.ScheduleNote, text.PlacesNote,
            venue?.Texts.Count > 0 ? venue.Texts.Choose(chain).Title : null, venue?.AddressLine, venue?.Town, venue?.Postcode,
            organisation?.Texts.Count > 0 ? organisation.Texts.Choose(chain).Title : null,
        }.Where(words => !string.IsNullOrWhiteSpace(words)));
    }

    /// <summary>A break of which nobody knows the end has none. What is full until a day comes lower until then, too.</summary>
    private static IEnumerable<Facet> RestOf(Listing listing)
    {
        var until = listing.Places == Places.Paused ? DateOnly.MaxValue : listing.BackOn > listing.FullUntil ? listing.BackOn : listing.FullUntil ?? listing.BackOn;
        return until is { } day ? [new Facet(SearchFacets.RestsUntil, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))] : [];
    }

    /// <summary>What a person who thinks of coming asks: is it dear, is there room, is there somebody to ask for?</summary>
    private static IEnumerable<Facet> RoomOf(Listing listing)
    {
        if (listing is { Cost: Cost.Paid, CostPence: <= ListingFacets.SmallPricePence }) yield return new Facet(ListingFacets.Price, "small");
        if (listing.Places == Places.WaitingList) yield return new Facet(ListingFacets.Places, "waiting-list");
        if (listing.Places == Places.Full) yield return new Facet(ListingFacets.Places, "full");
        if (listing.Facts.ForThePublic().ContactName is { Length: > 0 }) yield return new Facet(ListingFacets.Contact, "named");
    }

    private static string? Plain(string? markdown) => markdown is null ? null : Markdown.ToPlainText(markdown).Trim();

    private List<Term> TermsOf(IEnumerable<string> ids) => [.. ids.Select(id => terms!.GetValueOrDefault(id)).OfType<Term>()];
}
