using Microsoft.EntityFrameworkCore;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>How many staged changes there are of a kind.</summary>
internal sealed record ReviewCount(RecordKind Record, ChangeKind Kind, int All, int Open, int Applied);

/// <summary>Takes in what people decide about the changes of a run.</summary>
internal sealed class RunReview(PortalDbContext db, AuditLog audit)
{
    public async Task<IReadOnlyList<ReviewCount>> CountAsync(string runId, CancellationToken cancellationToken)
        => await db.Set<StagedChange>().Where(change => change.RunId == runId).GroupBy(change => new { change.Record, change.Kind })
            .Select(group => new ReviewCount(
                group.Key.Record, group.Key.Kind, group.Count(),
                group.Count(change => change.Decision == Decision.Open && change.AppliedAt == null), group.Count(change => change.AppliedAt != null)))
            .ToListAsync(cancellationToken);

    /// <summary>Decides about changes one by one; those that are in the directory already stay as they are.</summary>
    public async Task DecideAsync(string runId, IReadOnlyDictionary<int, Decision> decisions, CancellationToken cancellationToken)
    {
        var numbers = decisions.Keys.ToList();
        foreach (var change in await db.Set<StagedChange>().Where(change => change.RunId == runId && numbers.Contains(change.Number) && change.AppliedAt == null).ToListAsync(cancellationToken))
        {
            if (Allowed(change.Kind, change.MayBeId is not null).Contains(decisions[change.Number])) change.Decision = decisions[change.Number];
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Decides about all changes of a kind at once.</summary>
    public async Task<int> DecideAllAsync(ImportRun run, RecordKind? record, ChangeKind kind, Decision decision, CancellationToken cancellationToken)
    {
        if (!Allowed(kind, mayBeThere: false).Contains(decision)) return 0;
        var count = await db.Set<StagedChange>()
            .Where(change => change.RunId == run.Id && change.Kind == kind && change.AppliedAt == null && (record == null || change.Record == record))
            .ExecuteUpdateAsync(change => change.SetProperty(one => one.Decision, decision), cancellationToken);
        audit.Record("import.decided", "import", run.SourceId, why: $"{kind}: {decision} ({count.ToString(System.Globalization.CultureInfo.InvariantCulture)})");
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    /// <summary>What can be decided about a change.</summary>
    public static IReadOnlyList<Decision> Allowed(ChangeKind kind, bool mayBeThere) => kind switch
    {
        ChangeKind.Conflict => [Decision.Take, Decision.TakeAll, Decision.Leave],
        ChangeKind.Added when mayBeThere => [Decision.Join, Decision.Take, Decision.Leave],
        _ => [Decision.Take, Decision.Leave],
    };
}
