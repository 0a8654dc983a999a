namespace Portal.Signposting.Domain.Pathway;

/// <summary>Days on which people work: Monday to Friday, without bank holidays.</summary>
/// <param name="isBankHoliday">Says of a date whether it is one.</param>
internal sealed class WorkingDays(Predicate<DateOnly> isBankHoliday)
{
    /// <summary>The day that is so many working days after another.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsOne(day)) count--;
        }

        return day;
    }

    /// <summary>The day itself, or the first working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsOne(day)) day = day.AddDays(1);
        return day;
    }

    private bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isBankHoliday(day);
}
