using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;

namespace Portal.Signposting.Services.Answers;

/// <summary>Takes what people say on their shared plans. The audit trail says that they did, never what.</summary>
internal sealed class PersonAnswers(PortalDbContext db, PrivateText texts, IUsers users, IMessageWriter messages, SiteAddresses addresses, AuditLog audit, TimeProvider clock)
{
    private const string Action = "plan.person-answered";

    /// <summary>What is said on a plan now, the newest last.</summary>
    public async Task<IReadOnlyList<PersonAnswer>> OfAsync(string planId, CancellationToken cancellationToken)
        => await db.Set<PersonAnswer>().AsNoTracking().Where(answer => answer.PlanId == planId && answer.TakenBackAt == null).OrderBy(answer => answer.At).ThenBy(answer => answer.Id).ToListAsync(cancellationToken);

    /// <summary>Says something about a step. False when it is not in the plan, was said already, or too much was said of late.</summary>
    public async Task<bool> SayAsync(Plan plan, string stepId, PersonAnswerKind kind, CancellationToken cancellationToken)
    {
        if (kind == PersonAnswerKind.Goal || !Enum.IsDefined(kind) || !plan.StepsInOrder.Any(step => step.Id == stepId)) return false;
        var said = await db.Set<PersonAnswer>().Where(answer => answer.PlanId == plan.Id && answer.StepId == stepId && answer.TakenBackAt == null).ToListAsync(cancellationToken);
        if (said.Exists(answer => answer.Kind == kind)) return false;
        foreach (var answer in said.Where(answer => PersonAnswer.Excludes(answer.Kind, kind))) answer.TakenBackAt = clock.GetUtcNow();
        if (kind == PersonAnswerKind.CallMe) await TellWorkerAsync(plan, cancellationToken);
        return await AddAsync(New(plan, kind, stepId), cancellationToken);
    }

    /// <summary>Takes back what was said about a step. False when it was not.</summary>
    public async Task<bool> TakeBackAsync(Plan plan, string stepId, PersonAnswerKind kind, CancellationToken cancellationToken)
        => await TakeBackAsync(await db.Set<PersonAnswer>().Where(answer => answer.PlanId == plan.Id && answer.StepId == stepId && answer.Kind == kind && answer.TakenBackAt == null).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Adds a goal of the person's own. False when they have as many as one can hold, or too much was said of late.</summary>
    public async Task<bool> AddGoalAsync(Plan plan, string text, CancellationToken cancellationToken)
    {
        if (await db.Set<PersonAnswer>().CountAsync(answer => answer.PlanId == plan.Id && answer.Kind == PersonAnswerKind.Goal && answer.TakenBackAt == null, cancellationToken) >= PersonAnswer.MostGoals) return false;
        var goal = New(plan, PersonAnswerKind.Goal, null);
        goal.SetText(texts, text);
        return await AddAsync(goal, cancellationToken);
    }

    /// <summary>Takes a goal away. False when it is not there.</summary>
    public async Task<bool> TakeGoalBackAsync(Plan plan, string id, CancellationToken cancellationToken)
        => await TakeBackAsync(await db.Set<PersonAnswer>().Where(answer => answer.Id == id && answer.PlanId == plan.Id && answer.Kind == PersonAnswerKind.Goal && answer.TakenBackAt == null).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Puts a goal back that was taken away. False when it is not there, or there are as many as one can hold.</summary>
    public async Task<bool> PutGoalBackAsync(Plan plan, string id, CancellationToken cancellationToken)
    {
        if (await db.Set<PersonAnswer>().CountAsync(answer => answer.PlanId == plan.Id && answer.Kind == PersonAnswerKind.Goal && answer.TakenBackAt == null, cancellationToken) >= PersonAnswer.MostGoals) return false;
        if (await db.Set<PersonAnswer>().SingleOrDefaultAsync(answer => answer.Id == id && answer.PlanId == plan.Id && answer.Kind == PersonAnswerKind.Goal && answer.TakenBackAt != null, cancellationToken) is not { } goal) return false;
        goal.TakenBackAt = null;
        audit.Record(Action, PlanAccess.AuditSubject, plan.Id);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>True when so much was said on a plan of late that no more is taken.</summary>
    public async Task<bool> IsFullAsync(string planId, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddHours(-1);
        return await db.Set<PersonAnswer>().CountAsync(known => known.PlanId == planId && known.At > since, cancellationToken) >= PersonAnswer.MostAnHour;
    }

    /// <summary>Notes that the worker has seen all that is said now. The caller saves.</summary>
    /// <param name="until">What came later is still new.</param>
    public async Task<bool> SeeAsync(string planId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var unseen = await db.Set<PersonAnswer>().Where(answer => answer.PlanId == planId && answer.SeenAt == null && answer.At <= until).ToListAsync(cancellationToken);
        foreach (var answer in unseen) answer.SeenAt = clock.GetUtcNow();
        if (unseen.Count == 0) return false;
        audit.Record("plan.answers-seen", PlanAccess.AuditSubject, planId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<bool> AddAsync(PersonAnswer answer, CancellationToken cancellationToken)
    {
        if (await IsFullAsync(answer.PlanId, cancellationToken))
        {
            db.DiscardChanges();
            return false;
        }

        db.Add(answer);
        audit.Record(Action, PlanAccess.AuditSubject, answer.PlanId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<bool> TakeBackAsync(List<PersonAnswer> answers, CancellationToken cancellationToken)
    {
        if (answers.Count == 0) return false;
        foreach (var answer in answers) answer.TakenBackAt = clock.GetUtcNow();
        audit.Record("plan.person-took-back", PlanAccess.AuditSubject, answers[0].PlanId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Writes to the worker that somebody would like a call, once until they have looked. It does not say who.</summary>
    private async Task TellWorkerAsync(Plan plan, CancellationToken cancellationToken)
    {
        // The public causes this e-mail: a host that was forged would lead to somebody else's site.
        if (!addresses.IsHostCertain) return;
        if (await db.Set<PersonAnswer>().AnyAsync(answer => answer.PlanId == plan.Id && answer.Kind == PersonAnswerKind.CallMe && answer.SeenAt == null, cancellationToken)) return;
        if (!(await users.FindAsync([plan.WorkerId], cancellationToken)).TryGetValue(plan.WorkerId, out var worker)) return;
        messages.Write(new EmailToWrite
        {
            To = worker.Email,
            Language = worker.Language,
            Template = "person-asks-call",
            From = Assembly.GetExecutingAssembly(),
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = worker.Name, ["link"] = addresses.Absolute("/workspace/introductions", worker.Language) },
        });
    }

    private PersonAnswer New(Plan plan, PersonAnswerKind kind, string? stepId) => new() { Id = Ids.New(clock), PlanId = plan.Id, Kind = kind, StepId = stepId, At = clock.GetUtcNow() };
}
