using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Contracts;
using Portal.Tenancy.Data;
using Portal.Tenancy.Domain;

namespace Portal.Tenancy.Services;

internal sealed class TenantAdministration(
    TenancyDbContext db, PlatformDatabase database, TenantDatabases databases, TenantRegistry registry, TenantProfiles profiles, ITenantScopes scopes, Backups backups,
    TimeProvider clock)
    : ITenantAdministration
{
    public async Task<IReadOnlyList<TenantFault>> AddAsync(NewTenant wanted, CancellationToken cancellationToken)
    {
        registry.Forget();
        var faults = TenantRules.Check(wanted, [.. await registry.ListAsync(cancellationToken)]);
        if (faults.Count > 0) return faults;

        var row = new TenantRow { Name = wanted.Name, Host = wanted.Host, Prefix = wanted.Prefix, Since = clock.GetUtcNow().ToUnixTimeMilliseconds() };
        using var claim = TenantClaim.Take(Path.GetDirectoryName(databases.FolderOf(wanted.Name))!, wanted.Name);
        if (claim is null) return [new TenantFault(nameof(wanted.Name), "BeingSetUp", $"The tenant '{wanted.Name}' is just being set up by another process.")];
        if (claim.WasLeftBehind) await database.DropAsync(row.ToTenant(), cancellationToken);
        else if (await database.ExistsAsync(row.ToTenant(), cancellationToken))
            return [new TenantFault(nameof(wanted.Name), "DataThere", $"There is data of a tenant '{wanted.Name}' that is in no list. Look at it, and move it away.")];

        var problems = await SetUpAsync(row.ToTenant(), wanted, async () =>
        {
            db.Tenants.Add(row);
            await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        if (problems.Count > 0) return problems;
        registry.Forget();
        await RecordAsync("tenant.added", row.ToTenant(), cancellationToken);
        return [];
    }

    public async Task SetStateAsync(string name, TenantState state, CancellationToken cancellationToken)
    {
        var row = await FindAsync(name, cancellationToken);
        if (row.State == state) return;
        row.State = state;
        await db.SaveChangesAsync(cancellationToken);
        registry.Forget();
        await RecordAsync(state == TenantState.Suspended ? "tenant.suspended" : "tenant.resumed", row.ToTenant(), cancellationToken);
    }

    public async Task<string> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var row = await FindAsync(name, cancellationToken);
        var before = row.State;
        // Nothing may change between the backup and the end.
        row.State = TenantState.Suspended;
        await db.SaveChangesAsync(cancellationToken);
        registry.Forget();
        string file;
        try
        {
            file = await backups.BackUpAsync(row.ToTenant(), Path.Combine(databases.DataFolder, "backups"), cancellationToken);
        }
        catch
        {
            row.State = before;
            await db.SaveChangesAsync(CancellationToken.None);
            registry.Forget();
            throw;
        }

        db.Tenants.Remove(row);
        await db.SaveChangesAsync(cancellationToken);
        registry.Forget();
        await database.DropAsync(row.ToTenant(), CancellationToken.None);
        profiles.Forget(name);
        await RecordAsync("tenant.removed", row.ToTenant(), CancellationToken.None);
        return file;
    }

    private async Task<IReadOnlyList<TenantFault>> SetUpAsync(Tenant tenant, NewTenant wanted, Func<Task> open, CancellationToken cancellationToken)
    {
        var done = false;
        try
        {
            await database.CreateAsync(tenant, cancellationToken);
            var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["TenantName"] = wanted.Name, ["SiteName"] = wanted.SiteName ?? wanted.Name };
            var problems = await scopes.RunAsync(
                tenant, services => services.GetRequiredService<IRecipes>().RunAsync(wanted.Recipe, cancellationToken, parameters), cancellationToken);
            if (problems.Count > 0) return [.. problems.Select(problem => new TenantFault(nameof(wanted.Recipe), "Recipe", problem.ToString()))];
            await open();
            done = true;
            return [];
        }
        finally
        {
            if (!done)
            {
                await database.DropAsync(tenant, CancellationToken.None);
                profiles.Forget(tenant.Name);
            }
        }
    }

    private async Task<TenantRow> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (name == Tenant.Default) throw new TenantException("The default tenant looks after the platform. It can be neither suspended nor removed.");
        return await db.Tenants.SingleOrDefaultAsync(row => row.Name == name, cancellationToken) ?? throw new TenantException($"There is no tenant '{name}'.");
    }

    /// <summary>Writes to the audit trail of the default tenant, which also renews its list of sites.</summary>
    private async Task RecordAsync(string action, Tenant tenant, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(Tenant.Default, cancellationToken) is not { } platform) return;
        await scopes.RunAsync(platform, async services =>
        {
            services.GetRequiredService<AuditLog>().Record(action, "tenant", tenant.Name, after: action == "tenant.removed" ? null : new { tenant.Host, tenant.Prefix });
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync(cancellationToken);
        }, cancellationToken);
    }
}
