namespace Portal.Directory.Services.OwnCalendars;

/// <summary>How much work reading one calendar may be: a file can be short and mean millions of dates.</summary>
internal sealed class CalendarBudget
{
    private int left = 60_000;

    /// <summary>True when the work was more than allowed.</summary>
    public bool IsSpent => left <= 0;

    /// <summary>Takes one step; false when there are none left.</summary>
    public bool Take() => left-- > 0;
}
