using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Finds the ids of the public listings that fit, in their order.</summary>
internal sealed class PublicListingFinder(PortalDbContext db, ISearch search, TenantContext tenant)
{
    /// <summary>Words are looked for in the search index; of what it finds, so many of the best are looked at when there are other conditions.</summary>
    private const int MostFound = 1000;

    private const double MilesInOneDegree = Math.PI / 180 * 3958.8;
    private static readonly PublicListingFilter everything = new();
    private static readonly PublicListingFilter everythingAtVenues = new() { AtVenue = true };

    /// <summary>Ids of a part of the list, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<string> Ids, int Total)> FindAsync(PublicListingFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(filter.Words)) return await FindByWordsAsync(filter, skip, take, cancellationToken);
        if (filter.Day is not null || filter.StartsFrom is not null || filter.EndsBy is not null) return Part(await ByTimeAsync(await MatchingAsync(filter, cancellationToken), filter, cancellationToken), skip, take);

        var matching = await MatchingAsync(filter, cancellationToken);
        var total = filter == everything ? (await tenant.Profile.GetOrReadAsync(async () => new Count(await matching.CountAsync(cancellationToken)))).Of
            : filter == everythingAtVenues ? (await tenant.Profile.GetOrReadAsync(async () => new CountAtVenues(await matching.CountAsync(cancellationToken)))).Of
            : await matching.CountAsync(cancellationToken);
        return (skip >= total ? [] : await PartAsync(matching, skip, Math.Min(take, total - skip), total, cancellationToken), total);
    }

    /// <summary>A part of the list, reached from the nearer end: the database passes over every listing before it one by one.</summary>
    private static async Task<IReadOnlyList<string>> PartAsync(IQueryable<Listing> matching, int skip, int take, int total, CancellationToken cancellationToken)
    {
        var behind = total - skip - take;
        if (behind >= skip) return await InOrder(matching).Skip(skip).Take(take).Select(listing => listing.Id).ToListAsync(cancellationToken);
        var ids = await matching.OrderByDescending(listing => listing.AddedAt).ThenByDescending(listing => listing.Id).Skip(behind).Take(take).Select(listing => listing.Id).ToListAsync(cancellationToken);
        ids.Reverse();
        return ids;
    }

    private async Task<(IReadOnlyList<string> Ids, int Total)> FindByWordsAsync(PublicListingFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var others = filter with { Words = null };
        if (others == everything && take < MostFound && skip % take == 0)
        {
            var page = await SearchAsync(filter.Words!, (skip / take) + 1, take, cancellationToken);
            return ([.. page.Hits.Select(hit => hit.ItemId)], page.Total);
        }

        var found = (await SearchAsync(filter.Words!, 1, MostFound, cancellationToken)).Hits.Select(hit => hit.ItemId).ToList();
        var matching = (await MatchingAsync(others, cancellationToken)).Where(listing => found.Contains(listing.Id));
        var fitting = (filter.Day is null && filter.StartsFrom is null && filter.EndsBy is null
            ? await matching.Select(listing => listing.Id).ToListAsync(cancellationToken)
            : await ByTimeAsync(matching, filter, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return Part([.. found.Where(fitting.Contains)], skip, take);
    }

    private Task<SearchResults> SearchAsync(string words, int page, int size, CancellationToken cancellationToken)
        => search.FindAsync(new SearchQuery { Kinds = [ListingFacets.Kind], Words = words, Language = tenant.Language, Page = page, PageSize = size }, cancellationToken);

    /// <summary>All conditions but words and times.</summary>
    private async Task<IQueryable<Listing>> MatchingAsync(PublicListingFilter filter, CancellationToken cancellationToken)
    {
        var matching = db.Set<Listing>().AsNoTracking().Where(listing => listing.Published);
        if (filter.ModifiedAfter is { } after) matching = matching.Where(listing => listing.ModifiedAt >= after);
        if (filter.MinimumAge is { } youngest) matching = matching.Where(listing => listing.MinimumAge >= youngest);
        if (filter.MaximumAge is { } oldest) matching = matching.Where(listing => listing.MaximumAge <= oldest);
        if (filter.TermIds is { } terms) matching = terms.Count == 0 ? matching.Where(listing => false) : matching.Where(PublicQueries.HasAnyTerm(terms));
        if (filter.Day is { } day) matching = matching.Where(PublicQueries.MayMeetOn(day));
        if (filter.Organisation is { } organisationId)
        {
            var organisation = await db.Set<Organisation>().Where(one => one.PublicId == organisationId && one.Published).Select(one => one.Id).SingleOrDefaultAsync(cancellationToken) ?? "";
            matching = matching.Where(listing => listing.OrganisationId == organisation);
        }

        if (filter is { Near: { } near, WithinMiles: { } miles })
        {
            var venues = await NearAsync(near, miles, cancellationToken);
            return matching.Where(listing => venues.Contains(listing.VenueId!));
        }

        if (!filter.AtVenue) return matching;

        // Few venues are hidden: with their ids at hand, the index alone says which listings have a place.
        var hidden = await tenant.Profile.GetOrReadAsync(async () => new HiddenVenues(
            await db.Set<Venue>().Where(venue => !venue.Published || venue.IsConfidential).Select(venue => venue.Id).ToListAsync(cancellationToken)));
        return matching.Where(listing => listing.VenueId != null && !hidden.Ids.Contains(listing.VenueId));
    }

    /// <summary>Ids of the venues within a circle: those in the square around it, measured one by one.</summary>
    private async Task<IReadOnlyList<string>> NearAsync(Point near, double miles, CancellationToken cancellationToken)
    {
        var high = miles / MilesInOneDegree;
        var wide = Math.Min(360, high / Math.Max(0.01, Math.Cos(near.Latitude * Math.PI / 180)));
        var (south, north, west, east) = (near.Latitude - high, near.Latitude + high, near.Longitude - wide, near.Longitude + wide);
        var around = await db.Set<Venue>()
            .Where(venue => venue.Published && !venue.IsConfidential && venue.Latitude >= south && venue.Latitude <= north && venue.Longitude >= west && venue.Longitude <= east)
            .Select(venue => new { venue.Id, Latitude = venue.Latitude!.Value, Longitude = venue.Longitude!.Value }).ToListAsync(cancellationToken);
        return [.. around.Where(venue => near.MilesTo(new Point(venue.Latitude, venue.Longitude)) <= miles).Select(venue => venue.Id)];
    }

    private static async Task<IReadOnlyList<string>> ByTimeAsync(IQueryable<Listing> matching, PublicListingFilter filter, CancellationToken cancellationToken)
        => [.. (await InOrder(matching).Select(listing => new { listing.Id, listing.Schedules }).ToListAsync(cancellationToken))
            .Where(listing => listing.Schedules.Any(schedule => PublicSchedules.Meets(schedule, filter))).Select(listing => listing.Id)];

    private static IOrderedQueryable<Listing> InOrder(IQueryable<Listing> listings) => listings.OrderBy(listing => listing.AddedAt).ThenBy(listing => listing.Id);

    private static (IReadOnlyList<string> Ids, int Total) Part(IReadOnlyList<string> all, int skip, int take) => ([.. all.Skip(skip).Take(take)], all.Count);

    /// <summary>How many listings the public sees.</summary>
    private sealed record Count(int Of);

    /// <summary>How many of them have a venue the public may know.</summary>
    private sealed record CountAtVenues(int Of);

    private sealed record HiddenVenues(IReadOnlyList<string> Ids);
}
