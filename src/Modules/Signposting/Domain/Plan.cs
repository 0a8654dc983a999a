using System.Text.Json;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Matching;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain;

/// <summary>
/// What a person and a link worker agreed on. What tells of the person is sealed in the table; no page is made from it that may
/// be kept, so its changes leave cached pages valid.
/// </summary>
internal sealed class Plan : IBehindTheScenes, IKept
{
    public const int LongestName = 30;
    public const int LongestMatters = 2000;
    public const int MostSteps = 30;

    /// <summary>As many as the goal star has arms.</summary>
    public const int MostGoals = 5;

    public required string Id { get; init; }

    /// <summary>User id of the link worker.</summary>
    public required string WorkerId { get; init; }

    /// <summary>Id of the person's record; null for a plan without one.</summary>
    public string? PersonId { get; init; }

    /// <summary>Language the person reads, one of the tenant's.</summary>
    public required string Language { get; set; }

    public string SealedName { get; private set; } = "";

    public string SealedMatters { get; private set; } = "";

    /// <summary>What would suit the person, see <see cref="Wishes"/>; null when nobody has asked.</summary>
    public string? SealedWishes { get; private set; }

    public string? SealedStrengths { get; private set; }

    public string? SealedHopes { get; private set; }

    /// <summary>With whom the plan was agreed, besides the worker.</summary>
    public string? SealedAgreedWith { get; private set; }

    public DateOnly? AgreedOn { get; set; }

    /// <summary>When worker and person look at the plan again; null while no day is set.</summary>
    public DateOnly? ReviewOn { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When the worker put it away as done; null while it is in use.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Until when it is kept longer than usual; null when nobody said so.</summary>
    public DateOnly? KeepUntil { get; private set; }

    public string? SealedKeepReason { get; private set; }

    /// <summary>When it was removed; it can be put back until a job clears it away.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Counts the changes, so that two made at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    public List<PlanStep> Steps { get; } = [];

    public List<PlanGoal> Goals { get; } = [];

    public List<PlanShare> Shares { get; } = [];

    /// <summary>The steps as they stand in the plan.</summary>
    public IEnumerable<PlanStep> StepsInOrder => Steps.Where(step => step.RemovedAt is null).OrderBy(step => step.Order);

    /// <summary>The goals as they stand in the plan.</summary>
    public IEnumerable<PlanGoal> GoalsInOrder => Goals.Where(goal => goal.RemovedAt is null).OrderBy(goal => goal.Order);

    /// <summary>The goal a step serves; null for none, and for one that was taken out.</summary>
    public PlanGoal? GoalOf(PlanStep step) => step.GoalId is null ? null : GoalsInOrder.FirstOrDefault(goal => goal.Id == step.GoalId);

    /// <summary>Says that it is kept until a day, and why.</summary>
    public void Keep(PrivateText texts, DateOnly until, string reason)
    {
        (KeepUntil, SealedKeepReason) = (until, texts.Seal(reason, Id, nameof(SealedKeepReason)));
        Revision++;
    }

    /// <summary>Why it is kept longer; null when nobody said so.</summary>
    public string? KeepReason(PrivateText texts) => SealedKeepReason is null ? null : texts.Open(SealedKeepReason, Id, nameof(SealedKeepReason));

    /// <summary>First name or initials, as the person likes to be called.</summary>
    public string Name(PrivateText texts) => texts.Open(SealedName, Id, nameof(SealedName));

    /// <summary>What matters to the person, in their words; empty when nothing is written yet.</summary>
    public string Matters(PrivateText texts) => SealedMatters.Length == 0 ? "" : texts.Open(SealedMatters, Id, nameof(SealedMatters));

    /// <summary>What the person is good at, and who and what helps already.</summary>
    public string Strengths(PrivateText texts) => SealedStrengths is null ? "" : texts.Open(SealedStrengths, Id, nameof(SealedStrengths));

    /// <summary>What the person hopes for most.</summary>
    public string Hopes(PrivateText texts) => SealedHopes is null ? "" : texts.Open(SealedHopes, Id, nameof(SealedHopes));

    /// <summary>With whom the plan was agreed; empty when nothing is written.</summary>
    public string AgreedWith(PrivateText texts) => SealedAgreedWith is null ? "" : texts.Open(SealedAgreedWith, Id, nameof(SealedAgreedWith));

    public void SetStrengths(PrivateText texts, string strengths) => SealedStrengths = strengths.Length == 0 ? null : texts.Seal(strengths, Id, nameof(SealedStrengths));

    public void SetHopes(PrivateText texts, string hopes) => SealedHopes = hopes.Length == 0 ? null : texts.Seal(hopes, Id, nameof(SealedHopes));

    public void SetAgreedWith(PrivateText texts, string whom) => SealedAgreedWith = whom.Length == 0 ? null : texts.Seal(whom, Id, nameof(SealedAgreedWith));

    public void SetName(PrivateText texts, string name) => SealedName = texts.Seal(name, Id, nameof(SealedName));

    public void SetMatters(PrivateText texts, string matters)
        => SealedMatters = matters.Length == 0 ? "" : texts.Seal(matters, Id, nameof(SealedMatters));

    /// <summary>What would suit the person; nothing at all when nobody has asked.</summary>
    public Wishes Wishes(PrivateText texts)
        => SealedWishes is null ? new Wishes() : JsonSerializer.Deserialize<Wishes>(texts.Open(SealedWishes, Id, nameof(SealedWishes)), PortalJson.Options)!;

    public void SetWishes(PrivateText texts, Wishes wishes)
        => SealedWishes = wishes.IsEmpty ? null : texts.Seal(JsonSerializer.Serialize(wishes, PortalJson.Options), Id, nameof(SealedWishes));

    /// <summary>Whether the plan has that listing, article or programme already.</summary>
    public bool Has(StepKind kind, string itemId) => StepsInOrder.Any(step => step.Kind == kind && step.ItemId == itemId);

    /// <summary>Adds a step at the end; null when it is there already, or when the plan is full.</summary>
    public PlanStep? AddStep(string id, StepKind kind, string? itemId)
    {
        if (StepsInOrder.Count() >= MostSteps || (itemId is not null && Has(kind, itemId))) return null;
        var step = new PlanStep { Id = id, PlanId = Id, Kind = kind, ItemId = itemId, Order = Steps.Select(other => other.Order).DefaultIfEmpty().Max() + 1 };
        Steps.Add(step);
        return step;
    }

    /// <summary>Adds a goal at the end; null when there are as many as one can hold in mind.</summary>
    public PlanGoal? AddGoal(PrivateText texts, string id, string words)
    {
        if (GoalsInOrder.Count() >= MostGoals) return null;
        var goal = new PlanGoal { Id = id, PlanId = Id, Order = Goals.Select(other => other.Order).DefaultIfEmpty().Max() + 1 };
        goal.SetWords(texts, words);
        Goals.Add(goal);
        return goal;
    }

    /// <summary>Takes a goal out; the steps that serve it stay. False when it is not in the plan.</summary>
    public bool TakeOutGoal(string goalId, DateTimeOffset now)
    {
        if (GoalsInOrder.FirstOrDefault(goal => goal.Id == goalId) is not { } goal) return false;
        goal.RemovedAt = now;
        return true;
    }

    /// <summary>Puts a goal back. False when it is gone for good, or there are as many as one can hold in mind.</summary>
    public bool PutGoalBack(string goalId)
    {
        if (Goals.Find(goal => goal.Id == goalId) is not { RemovedAt: not null } goal || GoalsInOrder.Count() >= MostGoals) return false;
        goal.RemovedAt = null;
        return true;
    }

    /// <summary>Lets a step change places with its neighbour. False when it has none on that side.</summary>
    public bool Move(string stepId, int by)
    {
        var steps = StepsInOrder.ToList();
        var from = steps.FindIndex(step => step.Id == stepId);
        if (from < 0 || from + by < 0 || from + by >= steps.Count) return false;
        (steps[from].Order, steps[from + by].Order) = (steps[from + by].Order, steps[from].Order);
        return true;
    }

    /// <summary>Takes a step out; it can be put back for some time. False when it is not in the plan.</summary>
    public bool TakeOut(string stepId, DateTimeOffset now)
    {
        if (StepsInOrder.FirstOrDefault(step => step.Id == stepId) is not { } step) return false;
        step.RemovedAt = now;
        return true;
    }

    /// <summary>Puts a step back where it was. False when it is gone for good, or has been added anew meanwhile.</summary>
    public bool PutBack(string stepId)
    {
        if (Steps.Find(step => step.Id == stepId) is not { RemovedAt: not null } step) return false;
        if (StepsInOrder.Count() >= MostSteps || (step.ItemId is not null && Has(step.Kind, step.ItemId))) return false;
        step.RemovedAt = null;
        return true;
    }

    /// <summary>Marks the plan as changed now. Every change goes through here, and so counts as one for <see cref="Revision"/>.</summary>
    public void Touch(DateTimeOffset now)
    {
        ChangedAt = now;
        Revision++;
    }

    /// <summary>Puts the plan away as done; its links stop working.</summary>
    public bool Close(DateTimeOffset now)
    {
        if (ClosedAt is not null) return false;
        ClosedAt = now;
        foreach (var share in Shares) share.End(now);
        return true;
    }

    /// <summary>Takes a closed plan up again. Its old links stay stopped.</summary>
    public bool Reopen()
    {
        if (ClosedAt is null) return false;
        ClosedAt = null;
        return true;
    }

    /// <summary>Removes the plan from everybody's sight; its links stop working as long as it is removed.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt = now;

    public void PutBack() => RemovedAt = null;
}
