using Portal.Search.Contracts;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>What lies around a point, as far as a search reaches.</summary>
/// <param name="Centre">From where distances are measured.</param>
/// <param name="WithinMiles">Farthest distance; null for none.</param>
internal sealed record Surroundings(Point Centre, double? WithinMiles)
{
    private const double MilesInOneDegree = Math.PI / 180 * Point.EarthRadiusMiles;

    /// <summary>Degrees of longitude in which all lies that is within reach: the asked distance on the narrowest circle of latitude it touches, and some more.</summary>
    private readonly double degreesWide = WithinMiles is { } miles
        ? miles / (MilesInOneDegree * Math.Max(0.01, Math.Cos((Math.Abs(Centre.Latitude) + (miles / MilesInOneDegree)) * Math.PI / 180))) * 1.01
        : double.PositiveInfinity;

    /// <summary>Whether an entry is inside the radius; those that have no place or can be joined from anywhere always are.</summary>
    public bool Includes(Segment segment, int place, out double? miles)
    {
        miles = null;
        var (latitude, longitude) = (segment.Latitude[place], segment.Longitude[place]);
        if (double.IsNaN(latitude)) return true;
        var isBound = WithinMiles is not null && segment.Anywhere[place] == 0;

        // Most of what is too far is so by its latitude or longitude alone.
        if (isBound && (Math.Abs(Centre.Latitude - latitude) * MilesInOneDegree > WithinMiles || Math.Abs(Math.IEEERemainder(Centre.Longitude - longitude, 360)) > degreesWide)) return false;
        miles = Point.Miles(Centre.Latitude, Centre.Longitude, latitude, longitude);
        return !isBound || miles <= WithinMiles;
    }
}
