using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class PlanShareTests
{
    private static readonly DateOnly today = new(2026, 11, 22);
    private static readonly DateTimeOffset now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_link_works_through_its_last_day_and_no_longer()
    {
        var share = Share(lastDay: today);

        share.IsOpenOn(today).ShouldBeTrue();
        share.IsOpenOn(today.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void A_stopped_link_works_on_no_day_and_stays_stopped()
    {
        var share = Share(lastDay: today.AddDays(30));

        share.End(now);

        share.IsOpenOn(today).ShouldBeFalse();
        share.Extend(today, 30).ShouldBeFalse();
    }

    [Fact]
    public void A_link_that_has_run_out_works_again_when_it_is_extended()
    {
        var share = Share(lastDay: today.AddDays(-5));

        share.Extend(today, 30).ShouldBeTrue();

        share.LastDay.ShouldBe(today.AddDays(30));
    }

    [Fact]
    public void Extending_never_makes_a_link_shorter()
    {
        var share = Share(lastDay: today.AddDays(90));

        share.Extend(today, 30).ShouldBeFalse();

        share.LastDay.ShouldBe(today.AddDays(90));
    }

    [Fact]
    public void A_code_is_known_by_its_hash_however_it_is_typed()
    {
        var code = Ids.Secret(PlanShare.CodeLength);

        PlanShare.HashOf($" {code.ToUpperInvariant()} ").ShouldBe(PlanShare.HashOf(code));
        PlanShare.HashOf(code).ShouldNotContain(code);
        PlanShare.HashOf(code).Length.ShouldBe(64);
    }

    [Fact]
    public void Codes_carry_more_chance_than_anybody_can_try()
    {
        Enumerable.Range(0, 1000).Select(_ => Ids.Secret(PlanShare.CodeLength)).Distinct().Count().ShouldBe(1000);
        PlanShare.CodeLength.ShouldBeGreaterThanOrEqualTo(26);
    }

    private static PlanShare Share(DateOnly lastDay) => new() { Id = "share", PlanId = "plan", CodeHash = "", CreatedAt = now, LastDay = lastDay };
}
