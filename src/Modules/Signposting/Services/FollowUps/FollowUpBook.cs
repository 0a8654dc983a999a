using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.FollowUps;

namespace Portal.Signposting.Services.FollowUps;

/// <summary>How a step went, to be noted.</summary>
/// <param name="ReviewOn">When it is talked about again; null for no more.</param>
internal sealed record NewFollowUp(string StepId, bool? Attended, string? Reason, Helped? DidHelp, string Words, DateOnly? ReviewOn);

/// <summary>Notes how steps went. The audit trail says that it was noted, never what.</summary>
internal sealed class FollowUpBook(PortalDbContext db, PlanEditor editor, PlanAccess access, PrivateText texts, TimeProvider clock)
{
    /// <summary>What was noted on a plan, the newest last. Only for who may see the plan.</summary>
    public async Task<IReadOnlyList<FollowUp>> OfAsync(string planId, CancellationToken cancellationToken)
        => await db.Set<FollowUp>().AsNoTracking().Where(known => known.PlanId == planId && known.TakenBackAt == null).OrderBy(known => known.At).ThenBy(known => known.Id).ToListAsync(cancellationToken);

    /// <summary>Notes how a step went and when it is talked about again. Answers with the id of the note; null when there is no such step for this worker.</summary>
    public async Task<string?> RecordAsync(string planId, NewFollowUp told, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var result = await editor.ChangeAsync(
            planId,
            "plan.followed-up",
            plan =>
            {
                if (plan.StepsInOrder.FirstOrDefault(step => step.Id == told.StepId) is not { } step) return false;
                step.ReviewOn = told.ReviewOn;
                var noted = new FollowUp { Id = id, PlanId = plan.Id, StepId = step.Id, ById = access.WorkerId, At = clock.GetUtcNow(), Attended = told.Attended, Reason = told.Attended == false ? told.Reason : null, DidHelp = told.DidHelp };
                noted.SetWords(texts, told.Words);
                db.Add(noted);
                return true;
            },
            cancellationToken);
        return result == ChangeResult.Changed ? id : null;
    }

    /// <summary>Takes back what was noted by mistake. Unchanged when it is not there, or was taken back before.</summary>
    public async Task<ChangeResult> TakeBackAsync(string planId, string id, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(planId, cancellationToken) is null) return ChangeResult.NotFound;
        if (await db.Set<FollowUp>().FirstOrDefaultAsync(known => known.Id == id && known.PlanId == planId && known.TakenBackAt == null, cancellationToken) is null) return ChangeResult.Unchanged;
        return await editor.ChangeAsync(
            planId,
            "plan.follow-up-taken-back",
            _ =>
            {
                // Read anew where somebody else changed the plan in this moment; it is the same row.
                if (db.Set<FollowUp>().FirstOrDefault(known => known.Id == id && known.TakenBackAt == null) is not { } noted) return false;
                noted.TakenBackAt = clock.GetUtcNow();
                return true;
            },
            cancellationToken);
    }
}
