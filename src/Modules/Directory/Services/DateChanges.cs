using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>A date that is otherwise, for readers.</summary>
/// <param name="Words">"Not on Tuesday 5 May", in the reader's language.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsGroupsWords">True where the reason is in the group's own language.</param>
internal sealed record SaidChange(DateOnly Date, string Words, string? Reason, bool IsGroupsWords);

/// <summary>Tells readers which of the dates they would expect soon are otherwise: called off, moved, added, or a bank holiday.</summary>
internal sealed class DateChanges(ScheduleWords words, IStringLocalizer<ScheduleText> texts, DateWords dates)
{
    /// <summary>Days ahead for which changes are worth knowing, and for which bank holidays are.</summary>
    private const int DaysAhead = 90, BankHolidayDaysAhead = 35;

    /// <summary>More than so many are not read.</summary>
    private const int Most = 6;

    public IReadOnlyList<SaidChange> Ahead(IReadOnlyList<Schedule> schedules, Holidays holidays)
    {
        var today = dates.Today;
        var told = schedules.SelectMany(schedule => schedule.Changes)
            .Where(change => change.Last >= today && (change.Off ?? change.On) <= today.AddDays(DaysAhead))
            .Select(change => new SaidChange(change.Off ?? change.On!.Value, words.Change(change), change.Reason, IsGroupsWords: true));
        return [.. told.Concat(schedules.SelectMany(schedule => BankHolidaysOf(schedule, holidays, today))).DistinctBy(change => (change.Date, change.Words)).OrderBy(change => change.Date).Take(Most)];
    }

    private IEnumerable<SaidChange> BankHolidaysOf(Schedule schedule, Holidays holidays, DateOnly today)
        => schedule.NotOnBankHolidays
            ? Recurrence.RuleDates(schedule, today, today.AddDays(BankHolidayDaysAhead))
                .Where(date => holidays.IsBankHoliday(date) && !(schedule.TermTimeOnly && !holidays.IsTermTime(date)) && schedule.Changes.All(change => change.Off != date))
                .Select(date => new SaidChange(date, words.Change(new DateChange { Off = date }), texts["Change.BankHoliday"], IsGroupsWords: false))
            : [];
}
