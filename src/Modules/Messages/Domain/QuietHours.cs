namespace Portal.Messages.Domain;

/// <summary>The hours in which nobody gets a message, by the clock on the wall. The same hour twice means that there are none.</summary>
/// <param name="From">When they begin, in the evening as a rule.</param>
/// <param name="Until">When they end.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>When the quiet hours end that run now; null when none do.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var isQuiet = From <= Until ? time >= From && time < Until : time >= From || time < Until;
        if (!isQuiet) return null;
        var end = (time < Until ? day : day.AddDays(1)).ToDateTime(Until);
        // An hour that the clocks leave out ends when they go on; one that they show twice ends the second time.
        while (zone.IsInvalidTime(end)) end = end.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(end) ? zone.GetAmbiguousTimeOffsets(end).Min() : zone.GetUtcOffset(end);
        var instant = new DateTimeOffset(end, offset);
        // In the hour that comes twice the wall may show the end although it has passed once.
        return instant > now ? instant : null;
    }
}
