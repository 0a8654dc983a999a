using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Services;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Imports.Jobs;

/// <summary>Finds runs that nobody works on, because their process died or they are due by their source's rhythm, and hands them to the queue.</summary>
internal sealed class ContinueImports(PortalDbContext db, ImportQueue queue, RunLease lease, ImportSources sources, TenantContext tenant, TimeProvider clock, IStringLocalizer<ImportText> texts) : TenantJob
{
    public override string Id => "imports.continue";

    public override string TextKey => "Job.Imports";

    public override Type Resources => typeof(OpenReferralText);

    public override string Schedule => "30 * * * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await StartDueAsync(now, cancellationToken);
        var waiting = await lease.AbandonedAsync(cancellationToken);
        foreach (var id in waiting) queue.Tell(tenant.Tenant, id);
        return waiting.Count == 0 ? null : texts.Count("Job.Imports.Done", waiting.Count).Value;
    }

    private async Task StartDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (day, week) = (now.AddDays(-1), now.AddDays(-7));
        var due = await db.Set<ImportSource>().Where(source => source.Address != null && source.Rhythm != Rhythm.Never
                && !db.Set<ImportRun>().Any(run => run.SourceId == source.Id && run.StartedAt > (source.Rhythm == Rhythm.Daily ? day : week)))
            .ToListAsync(cancellationToken);
        foreach (var source in due) await sources.StartAsync(source, Id, cancellationToken);
    }
}
