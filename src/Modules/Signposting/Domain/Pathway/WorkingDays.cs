namespace Portal.Signposting.Domain.Pathway;

/// <summary>Days on which people work: Monday to Friday. Holidays are not known here; whoever sets a date sees it.</summary>
internal static class WorkingDays
{
    /// <summary>The day that is so many working days after another.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsOne(day)) count--;
        }

        return day;
    }

    /// <summary>The day itself, or the first working day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsOne(day)) day = day.AddDays(1);
        return day;
    }

    private static bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
