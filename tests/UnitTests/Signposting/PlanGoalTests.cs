using Microsoft.AspNetCore.DataProtection;
using Portal.Signposting.Domain;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Course;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class PlanGoalTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero);
    private readonly PrivateText texts = new(new EphemeralDataProtectionProvider());
    private readonly Plan plan = new() { Id = "plan", WorkerId = "worker", Language = "en", CreatedAt = now };

    [Fact]
    public void A_plan_holds_five_goals_and_one_that_was_taken_out_makes_room()
    {
        for (var number = 0; number < Plan.MostGoals; number++) plan.AddGoal(texts, $"goal{number}", $"Goal {number}").ShouldNotBeNull();

        plan.AddGoal(texts, "more", "More").ShouldBeNull();
        plan.TakeOutGoal("goal1", now).ShouldBeTrue();
        plan.AddGoal(texts, "more", "More").ShouldNotBeNull();
        plan.PutGoalBack("goal1").ShouldBeFalse();
        plan.GoalsInOrder.Select(goal => goal.Words(texts)).ShouldBe(["Goal 0", "Goal 2", "Goal 3", "Goal 4", "More"]);
    }

    [Fact]
    public void The_steps_of_a_goal_that_is_taken_out_stay_and_serve_it_again_when_it_is_back()
    {
        plan.AddGoal(texts, "goal", "Sing");
        var step = plan.AddStep("step", StepKind.OwnWords, null)!;
        step.GoalId = "goal";

        plan.TakeOutGoal("goal", now);
        plan.GoalOf(step).ShouldBeNull();
        plan.StepsInOrder.ShouldBe([step]);

        plan.PutGoalBack("goal").ShouldBeTrue();
        plan.GoalOf(step)!.Words(texts).ShouldBe("Sing");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("0", true)]
    [InlineData("10", true)]
    [InlineData("11", false)]
    [InlineData("-1", false)]
    [InlineData("ten", false)]
    public void A_score_is_a_number_from_0_to_10_or_nothing(string typed, bool fits) => TypedField.OfScore("importance", null, _ => { }).Fits(typed).ShouldBe(fits);

    [Theory]
    [InlineData("", true)]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("0026-12-24", false)]
    [InlineData("24.12.2026", false)]
    public void A_day_is_one_of_the_calendar_or_nothing(string typed, bool fits) => TypedField.OfDay("review", null, _ => { }).Fits(typed).ShouldBe(fits);

    [Fact]
    public void What_does_not_fit_is_not_written_and_the_rest_is()
    {
        plan.AddGoal(texts, "goal", "Sing");
        var typed = new TypedTexts(
            new Dictionary<string, string?>(StringComparer.Ordinal) { [PlanFields.Words] = "", [PlanFields.Importance] = "7" },
            new Dictionary<string, string?>(StringComparer.Ordinal) { [PlanFields.Words] = TypedTexts.Fingerprint("Sing"), [PlanFields.Importance] = TypedTexts.Fingerprint("") });
        var fields = PlanFields.OfGoal(plan, "goal", texts)!;

        typed.Faults(fields).Select(field => field.Name).ShouldBe([PlanFields.Words]);
        typed.WriteTo(fields).Changed.ShouldBeTrue();

        plan.Goals[0].Words(texts).ShouldBe("Sing");
        plan.Goals[0].Importance.ShouldBe(7);
    }
}
