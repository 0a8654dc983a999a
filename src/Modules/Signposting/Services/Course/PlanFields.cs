using Portal.Signposting.Domain;

namespace Portal.Signposting.Services.Course;

/// <summary>Which fields the forms of a plan have, and where what is typed goes.</summary>
internal static class PlanFields
{
    public const string Strengths = "strengths";
    public const string Hopes = "hopes";
    public const string Words = "words";
    public const string Need = "need";
    public const string Importance = "importance";
    public const string Signs = "signs";
    public const string Outcome = "outcome";
    public const string Goal = "goal";
    public const string Who = "who";
    public const string When = "when";
    public const string Confidence = "confidence";
    public const string Review = "review";
    public const string Remind = "remind";
    public const string With = "with";
    public const string Agreed = "agreed";

    /// <summary>The page of the plan itself: what matters, strengths, hopes, and the note of each step by the step's id.</summary>
    public static IReadOnlyList<TypedField> Of(Plan plan, PrivateText texts) =>
    [
        TypedField.OfText(TypedTexts.Matters, plan.Matters(texts), Plan.LongestMatters, typed => plan.SetMatters(texts, typed)),
        TypedField.OfText(Strengths, plan.Strengths(texts), Plan.LongestMatters, typed => plan.SetStrengths(texts, typed)),
        TypedField.OfText(Hopes, plan.Hopes(texts), Plan.LongestMatters, typed => plan.SetHopes(texts, typed)),
        .. plan.StepsInOrder.Select(step => TypedField.OfText(step.Id, step.Note(texts), PlanStep.LongestNote, typed => step.SetNote(texts, typed))),
    ];

    /// <summary>The page of a goal; null when it is not in the plan.</summary>
    public static IReadOnlyList<TypedField>? OfGoal(Plan plan, string goalId, PrivateText texts)
        => plan.GoalsInOrder.FirstOrDefault(goal => goal.Id == goalId) is not { } goal ? null :
        [
            TypedField.OfText(Words, goal.Words(texts), PlanGoal.LongestWords, typed => goal.SetWords(texts, typed)) with
            {
                Fits = typed => typed.Length is > 0 and <= PlanGoal.LongestWords,
                FaultKey = "Field.Missing",
            },
            TypedField.OfText(Need, goal.Need(texts), PlanGoal.LongestText, typed => goal.SetNeed(texts, typed)),
            TypedField.OfScore(Importance, goal.Importance, typed => goal.Importance = typed),
            TypedField.OfText(Signs, goal.Signs(texts), PlanGoal.LongestText, typed => goal.SetSigns(texts, typed)),
            TypedField.OfText(Outcome, goal.Outcome(texts), PlanGoal.LongestText, typed => goal.SetOutcome(texts, typed)),
        ];

    /// <summary>The page of a step; null when it is not in the plan.</summary>
    public static IReadOnlyList<TypedField>? OfStep(Plan plan, string stepId, PrivateText texts)
        => plan.StepsInOrder.FirstOrDefault(step => step.Id == stepId) is not { } step ? null :
        [
            new TypedField(Goal, plan.GoalOf(step)?.Id ?? "", typed => step.GoalId = typed.Length == 0 ? null : typed)
            {
                FaultKey = "Field.Goal",
                Fits = typed => typed.Length == 0 || plan.GoalsInOrder.Any(goal => goal.Id == typed),
            },
            TypedField.OfText(Who, step.Who(texts), PlanStep.LongestWho, typed => step.SetWho(texts, typed)),
            TypedField.OfText(When, step.When(texts), PlanStep.LongestWhen, typed => step.SetWhen(texts, typed)),
            TypedField.OfScore(Confidence, step.Confidence, typed => step.Confidence = typed),
            TypedField.OfDay(Review, step.ReviewOn, typed => step.ReviewOn = typed),
            TypedField.OfDay(Remind, step.RemindOn, step.SetReminder),
        ];

    /// <summary>What was agreed.</summary>
    public static IReadOnlyList<TypedField> OfAgreement(Plan plan, PrivateText texts) =>
    [
        TypedField.OfText(With, plan.AgreedWith(texts), PlanStep.LongestWho, typed => plan.SetAgreedWith(texts, typed)),
        TypedField.OfDay(Agreed, plan.AgreedOn, typed => plan.AgreedOn = typed),
        TypedField.OfDay(Review, plan.ReviewOn, typed => plan.ReviewOn = typed),
    ];
}
