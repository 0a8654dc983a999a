using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>
/// Knows the places that the directory's own venues tell of: their postcodes, the middle of each outcode and of each town.
/// A postcode nobody meets at stands for its outcode.
/// </summary>
internal sealed class PlaceFinder(PortalDbContext db, TenantContext tenant) : IPlaces
{
    public async Task<FoundPlace?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var known = await tenant.Profile.GetOrReadAsync(() => ReadAsync(cancellationToken));
        if (Postcode.Parse(typed) is { } postcode)
        {
            if (known.Postcodes.TryGetValue(postcode.ToString(), out var exact)) return new FoundPlace(postcode.ToString(), exact);
            return known.Outcodes.TryGetValue(postcode.Outcode, out var middle) ? new FoundPlace(postcode.ToString(), middle) : null;
        }

        return known.Towns.GetValueOrDefault(KeyOf(typed));
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
            points.Where(place => !string.IsNullOrWhiteSpace(place.Town)).GroupBy(place => KeyOf(place.Town!), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new FoundPlace(group.First().Town!, Middle(group.Select(place => place.Point))), StringComparer.Ordinal));
    }

    private static Point Middle(IEnumerable<Point> points)
    {
        var all = points.ToList();
        return new Point(all.Average(point => point.Latitude), all.Average(point => point.Longitude));
    }

    /// <summary>Letters and digits in lower case: "Weston-super-Mare" and "weston super mare" are one place.</summary>
    private static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private sealed record KnownPlaces(
        IReadOnlyDictionary<string, Point> Postcodes, IReadOnlyDictionary<string, Point> Outcodes, IReadOnlyDictionary<string, FoundPlace> Towns);
}
