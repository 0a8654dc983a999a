namespace Portal.Directory.Domain;

/// <summary>A break that a group takes until a day it has named. The page stays public, and the dates begin again on that day.</summary>
internal static class SeasonalBreak
{
    /// <summary>True until the day the group is back.</summary>
    public static bool IsOn(DateOnly? backOn, DateOnly today) => backOn > today;

    /// <summary>The moment from which dates count: now, or the beginning of the day the group is back.</summary>
    public static DateTime MeetsFrom(DateTime now, DateOnly? backOn)
        => backOn is { } day && IsOn(day, DateOnly.FromDateTime(now)) ? day.ToDateTime(TimeOnly.MinValue) : now;
}
