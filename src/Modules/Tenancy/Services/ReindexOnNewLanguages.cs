using Portal.Platform.Events;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Tenancy.Services;

/// <summary>The search index holds a row per language, so other languages mean another index.</summary>
internal sealed class ReindexOnNewLanguages(TenantContext tenant, EventBus events) : IEventHandler<SettingsChanged>
{
    public async Task HandleAsync(SettingsChanged happened, CancellationToken cancellationToken)
    {
        var (before, after) = (happened.Before, happened.After);
        if (before.Languages.SequenceEqual(after.Languages) && SameFallbacks(before, after)) return;
        var language = tenant.Language;
        // The index is made for the languages to come.
        tenant.Use(new TenantProfile(tenant.Profile.Version, after, tenant.Profile.Features));
        await events.PublishAsync(new ReindexRequested(null), cancellationToken);
        tenant.Language = language;
    }

    private static bool SameFallbacks(TenantSettings before, TenantSettings after)
        => before.Fallbacks.Count == after.Fallbacks.Count
            && before.Fallbacks.All(entry => after.Fallbacks.TryGetValue(entry.Key, out var other) && entry.Value.SequenceEqual(other));
}
