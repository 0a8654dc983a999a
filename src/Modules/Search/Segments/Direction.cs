using System.Runtime.InteropServices;
using Portal.Search.Contracts;

namespace Portal.Search.Segments;

/// <summary>
/// A point on the earth as the unit vector from its middle. Distances between such need no sines, so thousands of entries can be measured for one
/// search: the chord c between two directions subtends the great-circle distance 2 r asin(c / 2).
/// </summary>
/// <param name="X">Towards the crossing of the equator and the prime meridian; not a number where there is no place.</param>
/// <param name="Y">Towards 90° east on the equator.</param>
/// <param name="Z">Towards the north pole.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Direction(double X, double Y, double Z)
{
    /// <summary>The direction of a point given in degrees.</summary>
    public static Direction Of(double latitude, double longitude)
    {
        var (phi, lambda) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
        return new Direction(Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }

    /// <summary>Square of the chord to another direction, 0 to 4.</summary>
    public double SquaredChordTo(in Direction other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }

    /// <summary>Great-circle distance in miles that a chord subtends.</summary>
    public static double Miles(double squaredChord) => 2 * Point.EarthRadiusMiles * Math.Asin(Math.Min(1, Math.Sqrt(squaredChord) / 2));

    /// <summary>Square of the chord that subtends a distance, up to half the way round the earth.</summary>
    public static double SquaredChord(double miles)
    {
        var chord = 2 * Math.Sin(Math.Min(Math.PI / 2, miles / (2 * Point.EarthRadiusMiles)));
        return chord * chord;
    }
}
