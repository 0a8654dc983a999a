using Microsoft.AspNetCore.DataProtection;
using Portal.Signposting.Domain;
using Portal.Signposting.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class PlanTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly PrivateText texts = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void Steps_keep_the_order_they_are_added_in()
        => OrderOf(PlanOf("a", "b", "c")).ShouldBe(["a", "b", "c"]);

    [Fact]
    public void A_step_changes_places_with_its_neighbour()
    {
        var plan = PlanOf("a", "b", "c");

        plan.Move("c", -1).ShouldBeTrue();
        OrderOf(plan).ShouldBe(["a", "c", "b"]);
        plan.Move("a", 1).ShouldBeTrue();
        OrderOf(plan).ShouldBe(["c", "a", "b"]);
    }

    [Fact]
    public void The_first_step_does_not_move_up_nor_the_last_down()
    {
        var plan = PlanOf("a", "b");

        plan.Move("a", -1).ShouldBeFalse();
        plan.Move("b", 1).ShouldBeFalse();
        plan.Move("unknown", 1).ShouldBeFalse();
    }

    [Fact]
    public void A_step_moves_past_one_that_was_taken_out()
    {
        var plan = PlanOf("a", "b", "c");
        plan.TakeOut("b", now);

        plan.Move("c", -1).ShouldBeTrue();

        OrderOf(plan).ShouldBe(["c", "a"]);
    }

    [Fact]
    public void The_same_group_is_not_added_twice()
    {
        var plan = PlanOf("a");

        plan.AddStep("b", StepKind.Listing, "item-a").ShouldBeNull();
        plan.AddStep("c", StepKind.Article, "item-a").ShouldNotBeNull();
    }

    [Fact]
    public void A_step_that_was_taken_out_goes_back_where_it_was()
    {
        var plan = PlanOf("a", "b", "c");
        plan.TakeOut("b", now).ShouldBeTrue();
        OrderOf(plan).ShouldBe(["a", "c"]);

        plan.PutBack("b").ShouldBeTrue();

        OrderOf(plan).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void A_step_that_was_added_anew_is_not_put_back_besides()
    {
        var plan = PlanOf("a");
        plan.TakeOut("a", now);
        plan.AddStep("b", StepKind.Listing, "item-a");

        plan.PutBack("a").ShouldBeFalse();
    }

    [Fact]
    public void A_full_plan_takes_no_more_steps()
    {
        var plan = PlanOf([.. Enumerable.Range(0, Plan.MostSteps).Select(number => $"s{number}")]);

        plan.AddStep("more", StepKind.OwnWords, null).ShouldBeNull();
    }

    [Fact]
    public void Closing_a_plan_stops_its_links_and_opening_it_again_does_not_start_them()
    {
        var plan = PlanOf("a");
        plan.Shares.Add(Share(new DateOnly(2026, 12, 22)));

        plan.Close(now).ShouldBeTrue();
        plan.Reopen().ShouldBeTrue();

        plan.Shares[0].IsOpenOn(new DateOnly(2026, 11, 22)).ShouldBeFalse();
    }

    [Fact]
    public void What_is_written_is_sealed_and_can_be_read_again()
    {
        var plan = PlanOf("a");
        plan.SetName(texts, "Rukhsana");
        plan.SetMatters(texts, "Sing again");
        plan.Steps[0].SetNote(texts, "Ask for Nasreen");

        plan.SealedName.ShouldNotContain("Rukhsana");
        plan.Name(texts).ShouldBe("Rukhsana");
        plan.Matters(texts).ShouldBe("Sing again");
        plan.Steps[0].Note(texts).ShouldBe("Ask for Nasreen");
    }

    [Fact]
    public void A_text_moved_to_another_row_or_column_does_not_open()
    {
        var sealedText = texts.Seal("Rukhsana", "row1", "Name");

        texts.Open(sealedText, "row1", "Name").ShouldBe("Rukhsana");
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => texts.Open(sealedText, "row2", "Name"));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => texts.Open(sealedText, "row1", "Note"));
    }

    [Fact]
    public void The_same_text_is_sealed_differently_each_time()
        => texts.Seal("Rukhsana", "row1", "Name").ShouldNotBe(texts.Seal("Rukhsana", "row1", "Name"));

    private static PlanShare Share(DateOnly lastDay) => new() { Id = "share", PlanId = "plan", CodeHash = "", CreatedAt = now, LastDay = lastDay };

    private static Plan PlanOf(params string[] steps)
    {
        var plan = new Plan { Id = "plan", WorkerId = "worker", Language = "en", CreatedAt = now };
        foreach (var step in steps) plan.AddStep(step, StepKind.Listing, "item-" + step);
        return plan;
    }

    private static IEnumerable<string> OrderOf(Plan plan) => plan.StepsInOrder.Select(step => step.Id);
}
