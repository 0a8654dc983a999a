using Portal.Signposting.Domain;

namespace Portal.Signposting.Services.Course;

/// <summary>A goal as the person reads it.</summary>
internal sealed record SheetGoal(string Words, string Signs, string Outcome);

/// <summary>What the person reads of a plan besides what matters and the steps. Needs, importance and confidence stay with the worker: on paper they would only weigh.</summary>
internal sealed record SheetCourse(string Strengths, string Hopes, IReadOnlyList<SheetGoal> Goals, string AgreedWith, DateOnly? AgreedOn, DateOnly? ReviewOn)
{
    /// <summary>Ids of steps that helped.</summary>
    public IReadOnlyCollection<string> Helped { get; init; } = [];

    public static SheetCourse Nothing { get; } = new("", "", [], "", null, null);

    public static SheetCourse Of(Plan plan, PrivateText texts) => new(
        plan.Strengths(texts),
        plan.Hopes(texts),
        [.. plan.GoalsInOrder.Select(goal => new SheetGoal(goal.Words(texts), goal.Signs(texts), goal.Outcome(texts)))],
        plan.AgreedWith(texts),
        plan.AgreedOn,
        plan.ReviewOn);
}
