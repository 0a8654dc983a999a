using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Tenants;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>
/// Knows all tenants. They are read again at most once a second, so that what another process did (the command line, another
/// machine) is seen without asking the database for every request.
/// </summary>
internal sealed class TenantRegistry(IServiceScopeFactory scopes, TimeProvider clock) : ITenants
{
    private static readonly TimeSpan goodFor = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim reading = new(1);
    private readonly ConcurrentDictionary<string, bool> outOfOrder = new(StringComparer.Ordinal);
    private Known known = new([], long.MinValue);

    public async Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken = default)
        => (await ReadAsync(cancellationToken)).Tenants;

    public async Task<Tenant?> FindAsync(string name, CancellationToken cancellationToken = default)
        => (await ListAsync(cancellationToken)).FirstOrDefault(tenant => tenant.Name == name);

    /// <summary>The tenant for a request: host and prefix, then host, then prefix, then the default one.</summary>
    public async ValueTask<Tenant?> MatchAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var tenants = (await ReadAsync(cancellationToken)).Tenants;
        var host = request.Host.Host;
        Tenant? best = null;
        var bestRank = 0;
        foreach (var tenant in tenants)
        {
            if (tenant.Host is not null && !string.Equals(tenant.Host, host, StringComparison.OrdinalIgnoreCase)) continue;
            if (tenant.Prefix is not null && !request.Path.StartsWithSegments(tenant.PathPrefix, StringComparison.OrdinalIgnoreCase)) continue;
            var rank = (tenant.Host is null ? 0 : 2) + (tenant.Prefix is null ? 0 : 1);
            if (rank == 0 && !tenant.IsDefault) continue;
            if (best is null || rank > bestRank) (best, bestRank) = (tenant, rank);
        }

        return best;
    }

    /// <summary>Lets a tenant answer 503 in this process, because its tables do not fit the program.</summary>
    public void PutOutOfOrder(string name) => outOfOrder[name] = true;

    /// <summary>True when the tenant's site can answer.</summary>
    public bool CanAnswer(Tenant tenant) => tenant.State == TenantState.Running && !outOfOrder.ContainsKey(tenant.Name);

    /// <summary>Makes the next look read again.</summary>
    public void Forget() => known = new Known(known.Tenants, long.MinValue);

    private async ValueTask<Known> ReadAsync(CancellationToken cancellationToken)
    {
        var current = known;
        if (current.ReadAt != long.MinValue && clock.GetElapsedTime(current.ReadAt) < goodFor) return current;
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (known.ReadAt != long.MinValue && clock.GetElapsedTime(known.ReadAt) < goodFor) return known;
            var now = clock.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var rows = await scope.ServiceProvider.GetRequiredService<TenancyDbContext>().Tenants.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
            known = new Known([.. rows.Select(row => row.ToTenant())], now);
            return known;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Known(IReadOnlyList<Tenant> Tenants, long ReadAt);
}
