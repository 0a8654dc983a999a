using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Tenancy.Services;

/// <summary>Has the search index of a tenant made anew when it is empty: after a migration that threw it away, or a backup from before one.</summary>
internal sealed class LostIndex(ITenantScopes scopes)
{
    public Task FillAsync(Tenant tenant, CancellationToken cancellationToken) => scopes.RunAsync(tenant, async services =>
    {
        if (!await services.GetRequiredService<ISearchIndex>().IsEmptyAsync(cancellationToken)) return;
        await services.GetRequiredService<EventBus>().PublishAsync(new ReindexRequested(null), cancellationToken);
        await services.GetRequiredService<PortalDbContext>().SaveChangesAsync(cancellationToken);
    }, cancellationToken);
}
