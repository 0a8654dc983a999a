using Portal.Directory.Domain;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Puts together what the two halves of the form say: the group's times, and the dates that are otherwise.</summary>
internal static class TypedSchedules
{
    /// <summary>
    /// The schedules with the changes where they belong: a date that falls out, to every schedule that has it; one that is added, to
    /// the first. A group without any fixed time, which says dates only, meets once on each.
    /// </summary>
    /// <param name="wrong">Told the place of a change that fits nowhere, the field and the text.</param>
    public static IReadOnlyList<Schedule> Join(IReadOnlyList<Schedule> schedules, IReadOnlyList<DateChange?> changes, Action<int, string, string> wrong)
    {
        var lists = schedules.Select(_ => new List<DateChange>()).ToList();
        var single = new List<Schedule>();
        for (var row = 0; row < changes.Count; row++)
        {
            if (changes[row] is not { } change) continue;
            var places = Enumerable.Range(0, schedules.Count).Where(place => change.Off is not { } off || Recurrence.RuleDates(schedules[place], off, off).Any()).ToList();
            if (change.Off is not null && places.Count == 0) wrong(row, nameof(ChangeRow.Off), "Form.NotYourDay");
            else if (change.Off is null && places.Count == 0) AddSingle(change, row);
            else if (change.Off is null) lists[places[0]].Add(change);
            else foreach (var place in places) lists[place].Add(place == places[0] ? change : change with { On = null, Start = null, End = null });
        }

        return [.. schedules.Select((schedule, place) => schedule with { Changes = lists[place] }), .. single];

        void AddSingle(DateChange change, int row)
        {
            if (change.Start is { } start) single.Add(new Schedule { Frequency = Frequency.Once, StartDate = change.On, Start = start, End = change.End });
            else wrong(row, nameof(ChangeRow.Start), "Form.TimeForOther");
        }
    }

    /// <summary>True when they say the same of the time from today on: changes of dates gone by are not in the form.</summary>
    public static bool SayTheSame(IReadOnlyList<Schedule> typed, IReadOnlyList<Schedule> saved, DateOnly today)
        => typed.SequenceEqual(saved.Select(schedule => schedule with { Changes = [.. schedule.Changes.Where(change => change.Last >= today).OrderBy(change => change.Off ?? change.On)] }));
}
