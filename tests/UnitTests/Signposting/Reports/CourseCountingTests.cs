using Portal.Signposting.Domain;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Reports;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting.Reports;

public sealed class CourseCountingTests
{
    private static readonly int[] year = [.. Enumerable.Range(Months.Of(2026, 1), 12)];

    [Fact]
    public void Waits_count_in_the_month_in_which_they_end_with_and_without_breaks()
    {
        var counted = Count(new PersonCourse
        {
            Team = "north",
            BegunOn = new(2026, 1, 12),
            WaitingSince = new(2026, 1, 10),
            Referrals = [new CourseReferral(new(2026, 1, 10), ReferralSource.Practice, new(2026, 1, 12), null)],
            Entries = [Paused(new(2026, 1, 20), new(2026, 1, 25)), Reached(new(2026, 2, 9))],
            Plans = [new(2026, 3, 1)],
        });

        Of(counted, 1, Measure.Referrals).ShouldBe("Practice=1");
        Of(counted, 1, Measure.ToDecision).ShouldBe("2=1");
        Of(counted, 1, Measure.Begun).ShouldBe("all=1");
        Of(counted, 2, Measure.ToContact).ShouldBe("30=1");
        Of(counted, 2, Measure.ToContactOwn).ShouldBe("25=1");
        Of(counted, 3, Measure.ToPlan).ShouldBe("50=1");
        Of(counted, 3, Measure.ToPlanOwn).ShouldBe("45=1");
        Of(counted, 1, Measure.StillWaiting).ShouldBe("21=1");
        Of(counted, 2, Measure.StillWaiting).ShouldBe("");
    }

    [Fact]
    public void Who_is_where_at_the_end_of_a_month_follows_from_moves_and_ends()
    {
        var counted = Count(new PersonCourse
        {
            Team = "north",
            BegunOn = new(2026, 1, 12),
            Stage = "review",
            ClosedOn = new(2026, 5, 3),
            Entries = [Moved(new(2026, 2, 10), "waiting", "support"), Moved(new(2026, 4, 1), "support", "review"), Ended(new(2026, 5, 3), "done")],
        });

        string.Join(' ', Enumerable.Range(1, 6).Select(month => Of(counted, month, Measure.InStage))).ShouldBe("waiting=1 support=1 support=1 review=1  ");
        Of(counted, 4, Measure.MovedTo).ShouldBe("review=1");
        Of(counted, 4, Measure.MovedFrom).ShouldBe("support=1");
        Of(counted, 5, Measure.Ended).ShouldBe("done=1");
    }

    [Fact]
    public void A_new_referral_after_the_end_begins_another_wait_and_another_first_contact()
    {
        var counted = Count(new PersonCourse
        {
            Team = "north",
            BegunOn = new(2026, 1, 5),
            WaitingSince = new(2026, 6, 1),
            Stage = "waiting",
            Referrals = [new CourseReferral(new(2026, 1, 1), ReferralSource.Practice, new(2026, 1, 5), null), new CourseReferral(new(2026, 6, 1), ReferralSource.Self, new(2026, 6, 4), null)],
            Entries = [Reached(new(2026, 1, 11)), Ended(new(2026, 3, 2), "done"), Reached(new(2026, 6, 4)), Reached(new(2026, 6, 20))],
        });

        Of(counted, 1, Measure.ToContact).ShouldBe("10=1");
        Of(counted, 6, Measure.ToContact).ShouldBe("3=1");
        Of(counted, 4, Measure.InStage).ShouldBe("");
        Of(counted, 6, Measure.InStage).ShouldBe("waiting=1");
    }

    [Fact]
    public void Care_that_is_only_taken_up_again_is_the_same_wait()
    {
        var counted = Count(new PersonCourse
        {
            BegunOn = new(2026, 1, 5),
            WaitingSince = new(2026, 1, 5),
            Entries = [Reached(new(2026, 1, 11)), Ended(new(2026, 3, 2), "done"), Entry(PathwayEntryKind.Reopened, new(2026, 4, 2)), Reached(new(2026, 4, 3))],
        });

        Of(counted, 4, Measure.ToContact).ShouldBe("");
        Of(counted, 3, Measure.InStage).ShouldBe("");
        Of(counted, 4, Measure.InStage).ShouldBe("waiting=1");
    }

    [Fact]
    public void What_is_written_down_after_a_month_was_counted_counts_later_and_nothing_twice()
    {
        var late = Reached(new(2026, 1, 8), writtenOn: new(2026, 4, 20));
        var counted = Count(new PersonCourse { BegunOn = new(2026, 1, 1), WaitingSince = new(2026, 1, 1), Entries = [Reached(new(2026, 3, 3)), late] });

        Of(counted, 1, Measure.ContactsByResult).ShouldBe("");
        Of(counted, 3, Measure.ToContact).ShouldBe("61=1");
        Of(counted, 4, Measure.ContactsByResult).ShouldBe("reached=1");
        Of(counted, 4, Measure.ToContact).ShouldBe("");
    }

    [Fact]
    public void Steps_answers_and_introductions_count_on_their_days()
    {
        var counted = Count(new PersonCourse
        {
            Steps = [(new(2026, 2, 1), StepKind.Listing), (new(2026, 2, 2), StepKind.Listing), (new(2026, 3, 1), StepKind.Article)],
            FollowUps = [(new(2026, 3, 5), true, Helped.ALot), (new(2026, 3, 6), false, null)],
            Introductions = [new(new(2026, 2, 1), new(2026, 3, 3), null, IntroductionState.Accepted), new(new(2026, 2, 1), null, null, IntroductionState.NoAnswer)],
        });

        Of(counted, 2, Measure.Signposts).ShouldBe("Listing=2");
        Of(counted, 3, Measure.Attended).ShouldBe("no=1,yes=1");
        Of(counted, 3, Measure.DidHelp).ShouldBe("ALot=1");
        Of(counted, 2, Measure.Unanswered).ShouldBe("all=2");
        Of(counted, 3, Measure.Unanswered).ShouldBe("all=1");
        Of(counted, 3, Measure.Answered).ShouldBe("Accepted=1");
        Of(counted, 3, Measure.ToAnswer).ShouldBe("30=1");
    }

    private static Dictionary<int, MonthCounts> Count(PersonCourse course)
    {
        var counting = new CourseCounting(year, "waiting", at => DateOnly.FromDateTime(at.UtcDateTime));
        foreach (var contact in counting.Count(course)) counting.CountReached(course.Team, contact, Traits.None);
        return counting.Counted;
    }

    private static string Of(Dictionary<int, MonthCounts> counted, int month, string measure)
        => counted.TryGetValue(Months.Of(2026, month), out var counts)
            ? string.Join(',', counts.Teams.Values.SelectMany(team => team.GetValueOrDefault(measure) ?? []).OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"))
            : "";

    private static PathwayEntry Reached(DateOnly on, DateOnly? writtenOn = null) => Entry(PathwayEntryKind.Contact, on, writtenOn, how: "call", result: Contact.Reached);

    private static PathwayEntry Moved(DateOnly on, string from, string to) => Entry(PathwayEntryKind.Moved, on, from: from, to: to);

    private static PathwayEntry Ended(DateOnly on, string reason) => Entry(PathwayEntryKind.Closed, on, reason: reason);

    private static PathwayEntry Paused(DateOnly on, DateOnly until) => Entry(PathwayEntryKind.Paused, on, until: until);

    private static PathwayEntry Entry(PathwayEntryKind kind, DateOnly on, DateOnly? writtenOn = null, string? how = null, string? result = null, string? from = null, string? to = null, DateOnly? until = null, string? reason = null)
        => new()
        {
            Id = "e",
            PersonId = "p",
            Kind = kind,
            On = on,
            At = new DateTimeOffset((writtenOn ?? on).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
            WorkerId = "w",
            How = how,
            Result = result,
            From = from,
            To = to,
            Until = until,
            IsWanted = until is not null,
            Reason = reason,
        };
}
