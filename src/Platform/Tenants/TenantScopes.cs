using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Languages;

namespace Portal.Platform.Tenants;

internal sealed class TenantScopes(IServiceScopeFactory scopes, TenantProfiles profiles) : ITenantScopes
{
    public async Task<T> RunAsync<T>(Tenant tenant, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TenantContext>();
        context.Use(tenant);
        context.Use(await profiles.GetAsync(scope.ServiceProvider, tenant, cancellationToken));
        LanguageInfo.Of(context.Language).MakeCurrent();
        return await work(scope.ServiceProvider);
    }

    public Task RunAsync(Tenant tenant, Func<IServiceProvider, Task> work, CancellationToken cancellationToken = default)
        => RunAsync(tenant, async services => { await work(services); return true; }, cancellationToken);
}
