using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>
/// Writes down every minute, and when the program stops, what this machine has counted. No job by the clock of the installation: that
/// runs on one of several machines, and each has counts of its own.
/// </summary>
internal sealed class VisitWriter(VisitBuffer buffer, ITenantScopes scopes, ITenants tenants, TimeProvider clock, ILogger<VisitWriter> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Writes down all there is now. Once it has returned, nothing that was counted before is on its way any more.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await WriteAllAsync(cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    private async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        foreach (var counted in buffer.Take())
        {
            try
            {
                if (await tenants.FindAsync(counted.Key, cancellationToken) is { } tenant)
                    await scopes.RunAsync(tenant, services => services.GetRequiredService<VisitBook>().WriteAsync(counted, cancellationToken), cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogWarning(error, "What visitors of {Tenant} looked at could not be written down; it is tried again", counted.Key);
                foreach (var (day, shown, count) in counted) buffer.Add(counted.Key, day, shown, count);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The program stops; what is left is written then.
        }
    }
}
