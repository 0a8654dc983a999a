using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Letters;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.FollowUps;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>What was noted of the course of some plans: how steps went, and the letters that summed them up.</summary>
internal sealed record PlanCourse(ILookup<string, FollowUp> FollowUps, ILookup<string, ClosingLetter> Letters);

/// <summary>The course of plans in a person's file: strengths, hopes, goals, who does what when, how it went, and the letters.</summary>
internal sealed class CourseKept(PortalDbContext db, FollowUpWords said, PrivateText texts, DateWords dates, IStringLocalizer<RightsText> words)
{
    public static IReadOnlyList<Type> Kinds { get; } = [typeof(PlanGoal), typeof(FollowUp), typeof(ClosingLetter)];

    public async Task<PlanCourse> ReadAsync(IReadOnlyList<string> planIds, CancellationToken cancellationToken)
    {
        var followUps = await db.Set<FollowUp>().AsNoTracking().Where(noted => planIds.Contains(noted.PlanId)).OrderBy(noted => noted.At).ToListAsync(cancellationToken);
        var letters = await db.Set<ClosingLetter>().AsNoTracking().Where(letter => planIds.Contains(letter.PlanId)).OrderBy(letter => letter.At).ToListAsync(cancellationToken);
        return new PlanCourse(followUps.ToLookup(noted => noted.PlanId, StringComparer.Ordinal), letters.ToLookup(letter => letter.PlanId, StringComparer.Ordinal));
    }

    /// <summary>Erases it, with the messages about these plans that lie in the outbox.</summary>
    public async Task EraseAsync(IQueryable<Plan> plans, CancellationToken cancellationToken)
    {
        await db.Set<OutboxMessage>().Where(message => plans.Any(plan => plan.Id == message.About)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ClosingLetter>().Where(letter => plans.Any(plan => plan.Id == letter.PlanId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<FollowUp>().Where(noted => plans.Any(plan => plan.Id == noted.PlanId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<PlanGoal>().Where(goal => plans.Any(plan => plan.Id == goal.PlanId)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Strengths, hopes, goals and agreement in words.</summary>
    public IEnumerable<SectionRow> Agreed(Plan plan)
    {
        if (plan.Strengths(texts) is { Length: > 0 } strengths) yield return new(words["File.Strengths"], strengths);
        if (plan.Hopes(texts) is { Length: > 0 } hopes) yield return new(words["File.Hopes"], hopes);
        foreach (var goal in plan.GoalsInOrder)
        {
            var importance = goal.Importance is { } score ? words["File.Importance", score, PlanGoal.HighestScore].Value : "";
            yield return new(words["File.Goal"], Lines(goal.Words(texts), goal.Need(texts), goal.Signs(texts), importance, goal.Outcome(texts)));
        }

        if (plan.AgreedOn is { } day) yield return new(words["File.Agreed"], Lines(dates.Date(day), plan.AgreedWith(texts)));
    }

    /// <summary>Who does a step and when, and how it went.</summary>
    public IEnumerable<string> Lines(StepItem step, PlanCourse course, Plan plan)
        => new[] { step.Who, step.When }.Concat(course.FollowUps[plan.Id].Where(noted => noted.StepId == step.Id).SelectMany(noted => new[] { said.Say(noted), noted.Words(texts) }));

    /// <summary>The letters, word for word.</summary>
    public IEnumerable<SectionRow> Letters(Plan plan, PlanCourse course)
        => course.Letters[plan.Id].Select(letter => new SectionRow(words["File.Letter", dates.Instant(letter.At)], Lines([.. letter.Lines(texts).Select(line => line.Text)])));

    public JsonArray? Strengths(Plan plan) => FileJson.List([FileJson.Words(plan.Strengths(texts))]);

    /// <summary>A need with the goal that answers it, for each goal.</summary>
    public IEnumerable<JsonNode?> Needs(Plan plan, IReadOnlyList<StepItem> steps) => plan.GoalsInOrder.Select(goal => FileJson.Of(
        ("free_text", FileJson.Text(goal.Need(texts))),
        ("goals_and_hopes", FileJson.List(
        [
            FileJson.Of(
                ("free_text", FileJson.Text(goal.Words(texts))),
                ("goal_importance_score", Number(goal.Importance)),
                ("actions_and_activities", FileJson.List(
                [
                    .. steps.Where(step => Serves(plan, step, goal)).Select(Action),
                    FileJson.Of(("stage_goal", FileJson.List([FileJson.Of(("stage_goal", FileJson.Words(goal.Signs(texts))))]))),
                ])),
                ("outcomes", FileJson.List([FileJson.Words(goal.Outcome(texts))]))),
        ]))));

    /// <summary>The steps that serve no goal.</summary>
    public IEnumerable<JsonNode?> OtherActions(Plan plan, IReadOnlyList<StepItem> steps) => steps.Where(step => !plan.GoalsInOrder.Any(goal => Serves(plan, step, goal))).Select(Action);

    public JsonObject? AgreedWith(Plan plan) => FileJson.Of(("person_full_name", FileJson.Text(plan.AgreedWith(texts))));

    public JsonArray? FollowUps(Plan plan, PlanCourse course) => FileJson.List(course.FollowUps[plan.Id].Select(noted => FileJson.Of(
        ("at", FileJson.Instant(noted.At)),
        ("step", FileJson.Text(noted.StepId)),
        ("attended", noted.Attended is { } attended ? JsonValue.Create(attended) : null),
        ("reason", FileJson.Text(noted.Reason)),
        ("did_help", FileJson.Text(noted.DidHelp?.ToString())),
        ("words", FileJson.Text(noted.Words(texts))),
        ("taken_back_at", noted.TakenBackAt is { } back ? FileJson.Instant(back) : null))));

    public JsonArray? LettersJson(Plan plan, PlanCourse course) => FileJson.List(course.Letters[plan.Id].Select(letter => FileJson.Of(
        ("at", FileJson.Instant(letter.At)), ("language", FileJson.Text(letter.Language)), ("to_referrer", JsonValue.Create(letter.ToReferrer)), ("lines", FileJson.Texts(letter.Lines(texts).Select(line => line.Text))))));

    private static bool Serves(Plan plan, StepItem step, PlanGoal goal) => plan.Steps.FirstOrDefault(other => other.Id == step.Id)?.GoalId == goal.Id;

    private static JsonObject? Action(StepItem step) => FileJson.Of(
        ("what", FileJson.List([FileJson.Words(step.Title)])),
        ("who", FileJson.Of(("name", FileJson.Text(step.Who)))),
        ("when", FileJson.Text(step.When)),
        ("suggested_strategies", FileJson.Text(step.Note)),
        ("confidence", Number(step.Confidence)),
        ("review_date", step.ReviewOn is { } day ? FileJson.Date(day) : null));

    private static JsonValue? Number(int? number) => number is { } value ? JsonValue.Create(value) : null;

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
