using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Jobs.Domain;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Modules;
using Portal.Platform.Security;
using Portal.Platform.Tenants;

namespace Portal.Jobs.Services;

/// <summary>A job to be run for a tenant.</summary>
/// <param name="JobId">Which job.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="TimeZone">Run only where the tenant lives by this time zone; null to run in any case.</param>
internal sealed record RunRequest(string JobId, int Attempt = 1, string? TimeZone = null);

/// <summary>Runs one job for one tenant and writes down what came of it. Whatever happens in a tenant stays there: nothing is thrown.</summary>
internal sealed partial class JobRunner(ITenantScopes scopes, ModuleCatalog catalog, TimeProvider clock, ILogger<JobRunner> log)
{
    private static readonly TimeSpan worthShowingAsRunning = TimeSpan.FromSeconds(2);

    /// <summary>Runs a job that is registered as a service.</summary>
    /// <returns>What came of it; null when it is not for this tenant.</returns>
    public Task<JobRun?> RunAsync(Tenant tenant, RunRequest request, CancellationToken cancellationToken)
        => RunAsync(tenant, request, services => services.GetServices<TenantJob>().FirstOrDefault(job => job.Id == request.JobId), cancellationToken);

    /// <summary>Runs a job that is found in the tenant's scope.</summary>
    public async Task<JobRun?> RunAsync(Tenant tenant, RunRequest request, Func<IServiceProvider, TenantJob?> find, CancellationToken cancellationToken)
    {
        try
        {
            return await scopes.RunAsync(tenant, async services =>
            {
                var profile = services.GetRequiredService<TenantContext>().Profile;
                if (request.TimeZone is not null && request.TimeZone != profile.Settings.TimeZone) return null;
                if (find(services) is not { } job || !IsOn(job, profile)) return null;
                services.GetRequiredService<CurrentActor>().ActAs(job.Id);
                return await RunAsync(tenant, job, request.Attempt, cancellationToken);
            }, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            LogNotStarted(exception, request.JobId, tenant.Name);
            return null;
        }
    }

    /// <summary>True when the feature that the job belongs to is on.</summary>
    public bool IsOn(TenantJob job, TenantProfile profile)
        => catalog.ModuleOf(job.GetType().Assembly) is not { } module || profile.Features.Contains(module.Manifest.Features[0].Id);

    private async Task<JobRun> RunAsync(Tenant tenant, TenantJob job, int attempt, CancellationToken cancellationToken)
    {
        var run = new JobRun { Id = Ids.New(clock), JobId = job.Id, StartedAt = clock.GetUtcNow(), Attempt = attempt };
        var start = clock.GetTimestamp();
        var added = false;
        try
        {
            var work = job.RunAsync(cancellationToken);
            if (await Task.WhenAny(work, Task.Delay(worthShowingAsRunning, clock, cancellationToken)) != work)
                added = await WriteAsync(tenant, run, log => log.AddAsync(run, CancellationToken.None));
            run.Finish(await work, clock.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Interrupt(clock.GetElapsedTime(start));
        }
        catch (Exception exception)
        {
            LogFailed(exception, job.Id, tenant.Name, attempt);
            run.Fail(exception, clock.GetElapsedTime(start));
        }

        await WriteAsync(tenant, run, log => added ? log.UpdateAsync(run, CancellationToken.None) : log.AddAsync(run, CancellationToken.None));
        return run;
    }

    /// <summary>Writes in a scope of its own, because that of a failed job may hold half a change.</summary>
    private async Task<bool> WriteAsync(Tenant tenant, JobRun run, Func<RunLog, Task> write)
    {
        try
        {
            await scopes.RunAsync(tenant, services => write(services.GetRequiredService<RunLog>()), CancellationToken.None);
            return true;
        }
        catch (Exception exception)
        {
            LogNotWritten(exception, run.JobId, tenant.Name, run.State);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Job {Job} failed for {Tenant} (attempt {Attempt}).")]
    private partial void LogFailed(Exception exception, string job, string tenant, int attempt);

    [LoggerMessage(2, LogLevel.Error, "Job {Job} could not be started for {Tenant}.")]
    private partial void LogNotStarted(Exception exception, string job, string tenant);

    [LoggerMessage(3, LogLevel.Error, "Job {Job} ran for {Tenant} ({State}), but this could not be written down.")]
    private partial void LogNotWritten(Exception exception, string job, string tenant, JobRunState state);
}
