using Microsoft.AspNetCore.DataProtection;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class IntroductionTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly GroupAnswer come = new(IntroductionState.Accepted, null, null, null, "Tuesday at 10.");
    private readonly PrivateText texts = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void An_answer_is_taken_once_and_is_new_until_the_worker_has_seen_it()
    {
        var introduction = Make();

        introduction.Take(texts, come, now).ShouldBeTrue();
        introduction.IsNew.ShouldBeTrue();
        introduction.Take(texts, come, now.AddHours(1)).ShouldBeFalse("It is the same as before.");
        introduction.See(now).ShouldBeTrue();
        introduction.IsNew.ShouldBeFalse();
        introduction.Take(texts, come with { Words = "Wednesday." }, now).ShouldBeTrue();
        introduction.IsNew.ShouldBeTrue("Another answer is new again.");
        introduction.Words(texts).ShouldBe("Wednesday.");
    }

    [Fact]
    public void What_is_closed_takes_no_answer_until_it_is_opened_again()
    {
        var introduction = Make();
        introduction.Close(now).ShouldBeTrue();

        introduction.Take(texts, come, now).ShouldBeFalse();
        introduction.Nudge(now).ShouldBeFalse();
        introduction.GiveUp().ShouldBeFalse();
        introduction.Reopen().ShouldBeTrue();
        introduction.Take(texts, come, now).ShouldBeTrue();
    }

    [Fact]
    public void A_group_is_asked_again_once_and_only_by_mail()
    {
        Make(byPhone: true).Nudge(now).ShouldBeFalse();
        var introduction = Make();
        introduction.Nudge(now).ShouldBeTrue();
        introduction.Nudge(now).ShouldBeFalse();
        introduction.GiveUp().ShouldBeTrue();
        introduction.GiveUp().ShouldBeFalse();
        introduction.State.ShouldBe(IntroductionState.NoAnswer);
        introduction.Take(texts, come, now).ShouldBeTrue("It is never too late.");
    }

    [Fact]
    public void The_person_is_told_of_what_is_open_and_of_where_they_can_go()
    {
        var introduction = Make();
        introduction.ConcernsThePerson.ShouldBeTrue();
        introduction.Take(texts, new GroupAnswer(IntroductionState.Cannot, CannotReason.NotRight, null, null, ""), now);
        introduction.Close(now);
        introduction.ConcernsThePerson.ShouldBeFalse();
        introduction.Reopen();
        introduction.Take(texts, come, now);
        introduction.Close(now);
        introduction.ConcernsThePerson.ShouldBeTrue();
    }

    private static Introduction Make(bool byPhone = false) => new()
    {
        Id = "i1",
        PlanId = "p1",
        StepId = "s1",
        ListingId = "l1",
        Language = "en",
        AgreedOn = new DateOnly(2026, 11, 28),
        SentAt = now,
        ByPhone = byPhone,
    };
}
