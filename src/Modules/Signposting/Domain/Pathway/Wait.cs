namespace Portal.Signposting.Domain.Pathway;

/// <summary>A break in which nobody was meant to get in touch.</summary>
/// <param name="To">First day after it.</param>
/// <param name="IsWanted">Whether the person asked for it.</param>
internal sealed record Pause(DateOnly From, DateOnly To, bool IsWanted);

/// <summary>How long somebody waited. Both figures are always given: a break is never taken off in silence.</summary>
/// <param name="Days">All days.</param>
/// <param name="PausedDays">Those of them that fell into a break the person asked for.</param>
internal sealed record Wait(int Days, int PausedDays)
{
    /// <summary>The days without the breaks the person asked for.</summary>
    public int OtherDays => Days - PausedDays;

    /// <summary>The wait from one day to another. Breaks the service made count as waiting.</summary>
    public static Wait Between(DateOnly since, DateOnly until, IEnumerable<Pause> pauses)
    {
        if (until < since) until = since;
        var (paused, counted) = (0, since);
        foreach (var pause in pauses.Where(pause => pause.IsWanted).OrderBy(pause => pause.From))
        {
            var from = pause.From > counted ? pause.From : counted;
            var to = pause.To < until ? pause.To : until;
            if (to <= from) continue;
            paused += to.DayNumber - from.DayNumber;
            counted = to;
        }

        return new Wait(until.DayNumber - since.DayNumber, paused);
    }

    /// <summary>The breaks, from what was written down: each ends on its day, or when it was ended, changed or care ended before.</summary>
    public static IReadOnlyList<Pause> Pauses(IEnumerable<PathwayEntry> entries)
    {
        var pauses = new List<Pause>();
        foreach (var entry in entries.OrderBy(entry => entry.On).ThenBy(entry => entry.At))
        {
            if (entry.Kind is not (PathwayEntryKind.Paused or PathwayEntryKind.Resumed or PathwayEntryKind.Closed)) continue;
            if (pauses.Count > 0 && pauses[^1].To > entry.On) pauses[^1] = pauses[^1] with { To = entry.On };
            if (entry is { Kind: PathwayEntryKind.Paused, Until: { } until }) pauses.Add(new Pause(entry.On, until, entry.IsWanted));
        }

        return pauses;
    }
}
