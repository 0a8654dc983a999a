using Portal.Directory.Domain;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>How ways to take part and a place go together.</summary>
internal static class MeetingPlace
{
    /// <summary>Facts with the ways and the place; a group that nobody goes to has no place. What only says the same in another way changes nothing.</summary>
    public static ListingFacts In(ListingFacts facts, IReadOnlyList<string> ways, string? venueId)
    {
        var isSame = facts.Attendance.Order(StringComparer.Ordinal).SequenceEqual(ways.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            || (facts.Attendance.Count == 0 && ways is [AttendanceWays.InPerson]);
        return facts with { Attendance = isSame ? facts.Attendance : ways, VenueId = ways.Contains(AttendanceWays.InPerson) ? venueId : null };
    }
}
