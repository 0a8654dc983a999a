using Portal.Signposting.Domain.Pathway;

namespace Portal.Signposting.Domain.Reports;

/// <summary>An entry and the day it counts on.</summary>
internal sealed record CountedEntry(PathwayEntry Entry, DateOnly On);

/// <summary>A first contact that succeeded.</summary>
/// <param name="On">Its day.</param>
/// <param name="CountsOn">The day it counts on.</param>
internal sealed record FirstContact(DateOnly On, DateOnly CountsOn);

/// <summary>A time in which somebody is helped. A new referral after care had ended begins another; care that is only taken up again goes on.</summary>
internal sealed class TimeInCare(DateOnly since)
{
    /// <summary>When the wait began.</summary>
    public DateOnly Since { get; set; } = since;

    public FirstContact? Reached { get; set; }

    public DateOnly? PlannedOn { get; set; }

    /// <summary>From when until when care went on; no end for what goes on still.</summary>
    public List<(DateOnly From, DateOnly? Until)> Open { get; } = [];

    /// <summary>The stages the person was in, likewise.</summary>
    public List<(DateOnly From, DateOnly? Until, string Stage)> Stages { get; } = [];
}

/// <summary>Puts what happened on somebody's way in order.</summary>
internal sealed class Way
{
    private readonly PersonCourse course;
    private readonly string firstStage;
    private string stage;
    private bool isOpen;

    public Way(PersonCourse course, DateOnly begun, string firstStage, Func<DateTimeOffset, DateOnly> dateOf)
    {
        (this.course, this.firstStage) = (course, firstStage);
        Entries = [.. course.Entries.Select(entry => new CountedEntry(entry, Months.CountsOn(entry.On, dateOf(entry.At)))).OrderBy(entry => entry.On).ThenBy(entry => entry.Entry.At)];
        Pauses = Wait.Pauses(course.Entries);
        stage = Entries.FirstOrDefault(entry => entry.Entry.Kind == PathwayEntryKind.Moved)?.Entry.From ?? (course.Stage.Length > 0 ? course.Stage : firstStage);
        var first = course.Referrals.Where(referral => referral.IsAccepted).MinBy(referral => referral.DecidedOn);
        Begin(first?.DecidedOn == begun ? first.SentOn : begun, begun);
        Follow();
        // Older records ended without an entry that says so.
        if (isOpen && course.ClosedOn is { } closed) End(closed);
        // What the record itself says of the last time is surest.
        if (course.WaitingSince is { } since && Times[^1] is { } last) last.Since = since;
        foreach (var day in course.Plans.Order())
        {
            if (Times.LastOrDefault(time => time.Since <= day) is { PlannedOn: null } time) time.PlannedOn = day;
        }
    }

    public IReadOnlyList<CountedEntry> Entries { get; }

    public IReadOnlyList<Pause> Pauses { get; }

    public List<TimeInCare> Times { get; } = [];

    private TimeInCare Last => Times[^1];

    private void Follow()
    {
        var again = new Queue<CourseReferral>(course.Referrals.Where(referral => referral.IsAccepted).OrderBy(referral => referral.DecidedOn));
        foreach (var entry in Entries)
        {
            // What else happened on the day a referral was accepted came after it, but for an end.
            TakeUp(again, entry.Entry.Kind == PathwayEntryKind.Closed ? entry.On : entry.On.AddDays(1));
            switch (entry.Entry.Kind)
            {
                case PathwayEntryKind.Contact when entry.Entry.Result == Contact.Reached:
                    Last.Reached ??= new FirstContact(entry.Entry.On, entry.On);
                    break;
                case PathwayEntryKind.Moved:
                    Enter(entry.Entry.To!, entry.On);
                    break;
                case PathwayEntryKind.Closed when isOpen:
                    End(entry.On);
                    break;
                case PathwayEntryKind.Reopened when !isOpen:
                    Open(entry.On);
                    break;
            }
        }

        TakeUp(again, DateOnly.MaxValue);
    }

    /// <summary>Begins another time in care where a referral was accepted after the last one had ended.</summary>
    private void TakeUp(Queue<CourseReferral> referrals, DateOnly until)
    {
        while (referrals.TryPeek(out var next) && next.DecidedOn < until)
        {
            referrals.Dequeue();
            if (isOpen || Last.Open.Count == 0 || next.DecidedOn < Last.Open[^1].Until) continue;
            stage = firstStage;
            Begin(next.SentOn, next.DecidedOn!.Value);
        }
    }

    private void Begin(DateOnly since, DateOnly on)
    {
        Times.Add(new TimeInCare(since));
        Open(on);
    }

    private void Open(DateOnly on)
    {
        isOpen = true;
        Last.Open.Add((on, null));
        Last.Stages.Add((on, null, stage));
    }

    private void Enter(string to, DateOnly on)
    {
        stage = to;
        if (!isOpen) return;
        Last.Stages[^1] = Last.Stages[^1] with { Until = on };
        Last.Stages.Add((on, null, stage));
    }

    private void End(DateOnly on)
    {
        isOpen = false;
        Last.Open[^1] = Last.Open[^1] with { Until = on };
        Last.Stages[^1] = Last.Stages[^1] with { Until = on };
    }
}
