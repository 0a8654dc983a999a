using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Platform.Tenants;

namespace Portal.Messages.Services;

/// <summary>Says that a tenant has a new message, so that it goes out in a second and not in a minute. Only a hint: what it misses the job finds.</summary>
internal sealed class DeliveryNudge
{
    private readonly Channel<Tenant> tenants = Channel.CreateBounded<Tenant>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Tell(Tenant tenant) => tenants.Writer.TryWrite(tenant);

    public IAsyncEnumerable<Tenant> ReadAllAsync(CancellationToken cancellationToken) => tenants.Reader.ReadAllAsync(cancellationToken);
}

/// <summary>Delivers what the nudge told of, while the site runs.</summary>
internal sealed class NudgedDelivery(DeliveryNudge nudge, ITenantScopes scopes, ILogger<NudgedDelivery> log) : BackgroundService
{
    /// <summary>The nudge comes just before the transaction is committed.</summary>
    private static readonly TimeSpan[] waits = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var tenant in nudge.ReadAllAsync(stoppingToken))
        {
            try
            {
                await DeliverAsync(tenant, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Messages of {Tenant} could not be delivered now; the job will try again", tenant.Name);
            }
        }
    }

    private async Task DeliverAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        foreach (var wait in waits)
        {
            await Task.Delay(wait, cancellationToken);
            if (await scopes.RunAsync(tenant, services => services.GetRequiredService<OutboxDelivery>().RunAsync(cancellationToken), cancellationToken) is { Tried: > 0 }) return;
        }
    }
}
