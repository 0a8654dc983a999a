using System.Globalization;
using Portal.Signposting.Domain.Pathway;

namespace Portal.Signposting.Domain.Reports;

/// <summary>
/// Counts one person's course into months. It looks at dated events only, in the order in which they count (<see cref="Months.CountsOn"/>), never at how things
/// stand today; so a month comes out the same whenever it is counted, and the counts of people add up.
/// </summary>
/// <param name="wanted">Numbers of the months that are counted.</param>
/// <param name="firstStage">Key of the stage where everybody begins.</param>
/// <param name="dateOf">The day of an instant where the tenant is.</param>
internal sealed class CourseCounting(IReadOnlyCollection<int> wanted, string firstStage, Func<DateTimeOffset, DateOnly> dateOf)
{
    private readonly HashSet<int> months = [.. wanted];

    /// <summary>What was counted, by number of the month.</summary>
    public Dictionary<int, MonthCounts> Counted { get; } = [];

    /// <summary>Counts a person. Answers with the first contacts that fall into the months: only there is the person told of, see <see cref="CountReached"/>.</summary>
    public IReadOnlyList<FirstContact> Count(PersonCourse course)
    {
        foreach (var referral in course.Referrals) CountReferral(course.Team, referral);
        foreach (var day in course.Plans) Add(day, course.Team, Measure.Plans, Measure.All);
        foreach (var (day, kind) in course.Steps) Add(day, course.Team, Measure.Signposts, kind.ToString());
        foreach (var (day, attended, helped) in course.FollowUps)
        {
            if (attended is { } went) Add(day, course.Team, Measure.Attended, went ? Measure.Yes : Measure.No);
            if (helped is { } how) Add(day, course.Team, Measure.DidHelp, how.ToString());
        }

        foreach (var (day, kind) in course.Answers) Add(day, course.Team, Measure.Said, kind.ToString());
        foreach (var asked in course.Introductions) CountIntroduction(course.Team, asked);
        return course.BegunOn is { } begun ? CountWay(course, begun) : [];
    }

    /// <summary>Counts what is told of somebody who was reached.</summary>
    public void CountReached(string team, FirstContact contact, Traits told)
    {
        Add(contact.CountsOn, team, Measure.Age, told.Age);
        Add(contact.CountsOn, team, Measure.Sex, told.Sex);
        Add(contact.CountsOn, team, Measure.Ethnicity, told.Ethnicity);
        Add(contact.CountsOn, team, Measure.Language, told.Language);
        Add(contact.CountsOn, team, Measure.Deprivation, told.Deprivation);
    }

    private void CountReferral(string team, CourseReferral referral)
    {
        Add(referral.SentOn, team, Measure.Referrals, referral.Source.ToString());
        AddAtEnds(referral.SentOn, referral.DecidedOn, team, Measure.Undecided, _ => Measure.All);
        if (referral.DecidedOn is not { } decided) return;
        Add(decided, team, Measure.Decided, referral.IsAccepted ? Measure.Accepted : "declined");
        if (referral.DeclinedFor is { } reason) Add(decided, team, Measure.Declined, reason);
        AddDays(decided, team, Measure.ToDecision, decided.DayNumber - referral.SentOn.DayNumber);
    }

    private void CountIntroduction(string team, CourseIntroduction asked)
    {
        Add(asked.SentOn, team, Measure.Asked, Measure.All);
        AddAtEnds(asked.SentOn, Earlier(asked.AnsweredOn, asked.ClosedOn), team, Measure.Unanswered, _ => Measure.All);
        if (asked.AnsweredOn is not { } answered) return;
        Add(answered, team, Measure.Answered, asked.State.ToString());
        AddDays(answered, team, Measure.ToAnswer, answered.DayNumber - asked.SentOn.DayNumber);
    }

    private IReadOnlyList<FirstContact> CountWay(PersonCourse course, DateOnly begun)
    {
        Add(begun, course.Team, Measure.Begun, Measure.All);
        var way = new Way(course, begun, firstStage, dateOf);
        foreach (var entry in way.Entries)
        {
            switch (entry.Entry.Kind)
            {
                case PathwayEntryKind.Contact:
                    Add(entry.On, course.Team, Measure.ContactsByWay, entry.Entry.How!);
                    Add(entry.On, course.Team, Measure.ContactsByResult, entry.Entry.Result!);
                    break;
                case PathwayEntryKind.Moved:
                    Add(entry.On, course.Team, Measure.MovedTo, entry.Entry.To!);
                    Add(entry.On, course.Team, Measure.MovedFrom, entry.Entry.From!);
                    break;
                case PathwayEntryKind.Closed:
                    Add(entry.On, course.Team, Measure.Ended, entry.Entry.Reason ?? Measure.Unknown);
                    break;
            }
        }

        foreach (var time in way.Times) CountTime(course, time, way);
        return [.. way.Times.Select(time => time.Reached).OfType<FirstContact>().Where(reached => months.Contains(Months.Of(reached.CountsOn)))];
    }

    /// <summary>A time in care, from its beginning until care ended for a new referral to begin another.</summary>
    private void CountTime(PersonCourse course, TimeInCare time, Way way)
    {
        if (time.Reached is { } reached)
        {
            var wait = Wait.Between(time.Since, reached.On, way.Pauses);
            AddDays(reached.CountsOn, course.Team, Measure.ToContact, wait.Days);
            AddDays(reached.CountsOn, course.Team, Measure.ToContactOwn, wait.OtherDays);
        }

        if (time.PlannedOn is { } planned)
        {
            var wait = Wait.Between(time.Since, planned, way.Pauses);
            AddDays(planned, course.Team, Measure.ToPlan, wait.Days);
            AddDays(planned, course.Team, Measure.ToPlanOwn, wait.OtherDays);
        }

        foreach (var (from, until, stage) in time.Stages) AddAtEnds(from, until, course.Team, Measure.InStage, _ => stage);
        foreach (var (from, until) in time.Open)
        {
            AddAtEnds(from, Earlier(time.Reached?.CountsOn, until), course.Team, Measure.StillWaiting, end => Days(end.DayNumber - time.Since.DayNumber));
        }
    }

    /// <summary>Counts something of a day, where its month is counted.</summary>
    public void Add(DateOnly day, string team, string measure, string value, int count = 1)
    {
        var month = Months.Of(day);
        if (months.Contains(month)) Of(month).Add(team, measure, value, count);
    }

    private void AddDays(DateOnly day, string team, string measure, int days) => Add(day, team, measure, Days(days));

    /// <summary>Counts what held on the last day of each month: it had begun by then and was not over.</summary>
    private void AddAtEnds(DateOnly from, DateOnly? until, string team, string measure, Func<DateOnly, string> value)
    {
        foreach (var month in months)
        {
            var end = Months.LastDay(month);
            if (from <= end && (until is null || until > end)) Of(month).Add(team, measure, value(end));
        }
    }

    private MonthCounts Of(int month)
    {
        if (!Counted.TryGetValue(month, out var counts)) Counted[month] = counts = new MonthCounts();
        return counts;
    }

    private static string Days(int days) => Math.Max(0, days).ToString(CultureInfo.InvariantCulture);

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
