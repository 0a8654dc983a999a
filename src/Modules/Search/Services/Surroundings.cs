using Portal.Search.Contracts;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>What lies around a point, as far as a search reaches.</summary>
/// <param name="centre">From where distances are measured.</param>
/// <param name="withinMiles">Farthest distance; null for none.</param>
internal sealed class Surroundings(Point centre, double? withinMiles)
{
    private readonly Direction centre = Direction.Of(centre.Latitude, centre.Longitude);
    private readonly double farthest = withinMiles is { } miles ? Direction.SquaredChord(miles) : double.PositiveInfinity;

    /// <summary>Whether an entry is inside the radius; those that have no place or can be joined from anywhere always are.</summary>
    public bool Includes(Segment segment, int place, out double? miles)
    {
        var chord = centre.SquaredChordTo(segment.Directions[place]);
        miles = null;
        if (double.IsNaN(chord)) return true;
        if (chord > farthest && segment.Anywhere[place] == 0) return false;
        miles = Direction.Miles(chord);
        return true;
    }
}
