using Portal.Signposting.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class PlanProgressTests
{
    private static readonly DateOnly today = new(2026, 11, 22);

    [Theory]
    [InlineData(0, null, 0, false, nameof(NextThing.ChooseSteps))]
    [InlineData(2, null, 0, false, nameof(NextThing.Share))]
    [InlineData(2, 30, 0, false, nameof(NextThing.WaitForOpening))]
    [InlineData(2, 30, 4, false, nameof(NextThing.AskHowItGoes))]
    [InlineData(2, 3, 4, false, nameof(NextThing.AskHowItGoes))]
    [InlineData(2, 2, 4, false, nameof(NextThing.LinkEndsSoon))]
    [InlineData(2, 0, 4, false, nameof(NextThing.LinkEndsSoon))]
    [InlineData(2, -1, 4, false, nameof(NextThing.RenewLink))]
    [InlineData(2, -1, 4, true, nameof(NextThing.Nothing))]
    public void A_plan_says_what_it_waits_for(int steps, int? lastDayIn, int openings, bool closed, string next)
        => new PlanProgress(steps, lastDayIn is { } days ? today.AddDays(days) : null, openings, closed).Next(today).ToString().ShouldBe(next);
}
