using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Runs that wait for this machine. Only a hint, so that they begin at once: what it misses the job finds.</summary>
internal sealed class ImportQueue
{
    private readonly Channel<(Tenant Tenant, string RunId)> waiting = Channel.CreateBounded<(Tenant, string)>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Tell(Tenant tenant, string runId) => waiting.Writer.TryWrite((tenant, runId));

    public IAsyncEnumerable<(Tenant Tenant, string RunId)> ReadAllAsync(CancellationToken cancellationToken) => waiting.Reader.ReadAllAsync(cancellationToken);
}

/// <summary>Works on runs while the site runs, one after the other: an import takes a whole core as it is. The job that finds them holds up nobody.</summary>
internal sealed partial class ImportWorker(ImportQueue queue, ITenantScopes scopes, ITenants tenants, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WorkAsync(stoppingToken), ResumeAsync(stoppingToken));

    /// <summary>Once after the start, as soon as no lease of a process that died can hold: what it was working on goes on.</summary>
    private async Task ResumeAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(RunLease.Length + TimeSpan.FromSeconds(1), clock, stoppingToken);
        foreach (var tenant in (await tenants.ListAsync(stoppingToken)).Where(tenant => tenant.State == TenantState.Running))
        {
            try
            {
                foreach (var id in await scopes.RunAsync(tenant, services => services.GetRequiredService<RunLease>().AbandonedAsync(stoppingToken), stoppingToken)) queue.Tell(tenant, id);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogFailed(problem, "-", tenant.Name);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var (tenant, runId) in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await scopes.RunAsync(tenant, services => services.GetRequiredService<ImportRunner>().RunAsync(runId, _ => { }, stoppingToken), stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogFailed(problem, runId, tenant.Name);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Import {Run} of {Tenant} failed.")]
    private partial void LogFailed(Exception exception, string run, string tenant);
}
