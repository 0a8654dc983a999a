using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services.Postcodes;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>
/// Knows the places that the directory's own venues tell of, and those that were imported for the whole installation. A postcode that is
/// new or no more stands for its sector, or else for its outcode. Without an import, outcodes and towns are learned from the venues.
/// </summary>
internal sealed class PlaceFinder(PortalDbContext db, TenantContext tenant, SharedPlaces shared) : IPlaces
{
    public async Task<FoundPlace?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var known = await tenant.Profile.GetOrReadAsync(() => ReadAsync(cancellationToken));
        return Postcode.Parse(typed) is { } postcode ? await FindAsync(postcode, known, cancellationToken) : await FindTownAsync(typed, known, cancellationToken);
    }

    private async Task<FoundPlace?> FindAsync(Postcode postcode, KnownPlaces known, CancellationToken cancellationToken)
    {
        var (name, outcode) = (postcode.ToString(), postcode.Outcode);
        if (known.Postcodes.TryGetValue(name, out var venue)) return new FoundPlace(name, venue);
        var block = await shared.PostcodesAsync(outcode, cancellationToken);
        if (postcode.Incode is { } incode && block is not null)
        {
            if (block.Find(incode) is { } exact) return new FoundPlace(name, exact);
            if (block.Sector(incode) is { } sector) return new FoundPlace(name, sector, MeasuredFrom: $"{outcode} {incode[0]}");
        }

        var middle = block?.Middle() ?? await FromTableAsync(outcode, cancellationToken) ?? known.Outcodes.GetValueOrDefault(outcode);
        return middle is null ? null : new FoundPlace(name, middle, MeasuredFrom: postcode.Incode is null ? null : outcode);
    }

    private async Task<Point?> FromTableAsync(string outcode, CancellationToken cancellationToken)
        => await shared.OutcodeAsync(outcode, cancellationToken) is { } point ? new Point(point.Latitude, point.Longitude) : null;

    /// <summary>Of several towns of one name the one nearest to the directory's venues is meant.</summary>
    private async Task<FoundPlace?> FindTownAsync(string typed, KnownPlaces known, CancellationToken cancellationToken)
    {
        var key = SharedPlaces.KeyOf(typed);
        if (key.Length == 0) return null;
        if (known.Towns.GetValueOrDefault(key) is { } own) return own;
        return (await shared.TownsAsync(key, cancellationToken))
            .Select(town => new FoundPlace(town.Name, new Point(town.Latitude, town.Longitude)))
            .MinBy(town => known.Middle?.MilesTo(town.Point) ?? 0);
    }

    private async Task<KnownPlaces> ReadAsync(CancellationToken cancellationToken)
    {
        var venues = await db.Set<Venue>().AsNoTracking()
            .Where(venue => venue.Latitude != null && venue.Longitude != null && !venue.IsConfidential)
            .Select(venue => new { venue.Postcode, venue.Town, Latitude = venue.Latitude!.Value, Longitude = venue.Longitude!.Value })
            .ToListAsync(cancellationToken);
        var points = venues.Select(venue => (Postcode: Postcode.Parse(venue.Postcode), venue.Town, Point: new Point(venue.Latitude, venue.Longitude))).ToList();
        return new KnownPlaces(
            points.Where(place => place.Postcode?.Incode is not null).GroupBy(place => place.Postcode!.ToString(), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Middle(group.Select(place => place.Point)), StringComparer.Ordinal),
            points.Where(place => place.Postcode is not null).GroupBy(place => place.Postcode!.Outcode, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Middle(group.Select(place => place.Point)), StringComparer.Ordinal),
            points.Where(place => !string.IsNullOrWhiteSpace(place.Town)).GroupBy(place => SharedPlaces.KeyOf(place.Town!), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new FoundPlace(group.First().Town!, Middle(group.Select(place => place.Point))), StringComparer.Ordinal),
            points.Count == 0 ? null : Middle(points.Select(place => place.Point)));
    }

    private static Point Middle(IEnumerable<Point> points)
    {
        var all = points.ToList();
        return new Point(all.Average(point => point.Latitude), all.Average(point => point.Longitude));
    }

    /// <param name="Middle">The middle of all venues; null when there are none.</param>
    private sealed record KnownPlaces(
        IReadOnlyDictionary<string, Point> Postcodes, IReadOnlyDictionary<string, Point> Outcodes, IReadOnlyDictionary<string, FoundPlace> Towns, Point? Middle);
}
