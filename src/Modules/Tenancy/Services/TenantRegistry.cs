using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>
/// Knows all tenants. They are read again at most once a second, so that what another process did (the command line, another
/// machine) is seen without asking the database for every request.
/// </summary>
internal sealed class TenantRegistry(IServiceScopeFactory scopes, TenantDatabases databases, TenantProfiles profiles, TimeProvider clock) : ITenants
{
    private static readonly TimeSpan goodFor = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim reading = new(1);
    private readonly ConcurrentDictionary<string, bool> outOfOrder = new(StringComparer.Ordinal);
    private Known known = new([], FrozenDictionary<string, long>.Empty, 0, -1);
    private int forgotten;

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
    public void Forget() => Interlocked.Increment(ref forgotten);

    private async ValueTask<Known> ReadAsync(CancellationToken cancellationToken)
    {
        var current = known;
        if (IsGood(current)) return current;
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (IsGood(known)) return known;

            // What is forgotten while it is read is read again by the next.
            var (now, asOf) = (clock.GetTimestamp(), Volatile.Read(ref forgotten));
            await using var scope = scopes.CreateAsyncScope();
            var rows = await scope.ServiceProvider.GetRequiredService<TenancyDbContext>().Tenants.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
            var since = rows.ToDictionary(row => row.Name, row => row.Since, StringComparer.Ordinal);
            foreach (var (name, then) in known.Since)
            {
                if (!since.TryGetValue(name, out var present) || present != then) LetGo(name);
            }

            known = new Known([.. rows.Select(row => row.ToTenant())], since, now, asOf);
            return known;
        }
        finally
        {
            reading.Release();
        }
    }

    private bool IsGood(Known read) => read.Forgotten == Volatile.Read(ref forgotten) && clock.GetElapsedTime(read.ReadAt) < goodFor;

    /// <summary>
    /// Lets go of all that is held of a tenant which is gone, maybe removed by another process. A connection kept open would lead to
    /// its deleted file, also when there is a new tenant of that name by now.
    /// </summary>
    private void LetGo(string name)
    {
        profiles.Forget(name);
        if (databases.Kind != DatabaseKind.Sqlite) return;
        using var connection = new SqliteConnection(TenantDatabases.SqliteConnectionTo(databases.FileOf(name)));
        SqliteConnection.ClearPool(connection);
    }

    private sealed record Known(IReadOnlyList<Tenant> Tenants, IReadOnlyDictionary<string, long> Since, long ReadAt, int Forgotten);
}
