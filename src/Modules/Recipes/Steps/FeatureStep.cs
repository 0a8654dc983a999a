using System.Text.Json.Serialization;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;

namespace Portal.Recipes.Steps;

/// <summary>Orchard Core's step <c>feature</c>: switches features on and off.</summary>
internal sealed class FeatureStep(PortalDbContext db, ModuleCatalog catalog, TenantContext tenant) : IRecipeStep
{
    public string Name => "feature";

    public Type Model => typeof(FeatureStepModel);

    public int Order => 0;

    public async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        var (step, faults) = ((FeatureStepModel)run.Model, 0);
        foreach (var id in step.Enable.Concat(step.Disable))
        {
            if (FaultOf(id, step) is not { } fault) continue;
            run.Error(fault);
            faults++;
        }

        if (faults > 0) return;
        var on = await Setting.ReadAsync<IReadOnlyList<string>>(db, Setting.Features, [], cancellationToken);
        await Setting.WriteAsync(db, Setting.Features, on.Concat(step.Enable).Except(step.Disable).Distinct().Order(StringComparer.Ordinal).ToList(), cancellationToken);
    }

    public Task<object?> ExportAsync(CancellationToken cancellationToken)
    {
        var on = tenant.Profile.Features.Select(id => catalog.Features[id]).Where(feature => feature is { AlwaysOn: false, PlatformOnly: false }).Select(feature => feature.Id).Order(StringComparer.Ordinal);
        return Task.FromResult<object?>(new FeatureStepModel { Enable = [.. on] });
    }

    private string? FaultOf(string id, FeatureStepModel step)
    {
        if (!catalog.Features.TryGetValue(id, out var feature))
            return $"The feature '{id}' is not known. Known are: {string.Join(", ", catalog.Features.Keys.Order(StringComparer.Ordinal))}.";
        if (feature.PlatformOnly && !tenant.Tenant.IsDefault) return $"The feature '{id}' belongs to the default site only.";
        return (feature.AlwaysOn || feature.PlatformOnly) && step.Disable.Contains(id) ? $"The feature '{id}' cannot be switched off." : null;
    }
}

internal sealed record FeatureStepModel
{
    /// <summary>Ids of the features to switch on.</summary>
    [JsonPropertyName("enable")]
    public IReadOnlyList<string> Enable { get; init; } = [];

    /// <summary>Ids of the features to switch off.</summary>
    [JsonPropertyName("disable")]
    public IReadOnlyList<string> Disable { get; init; } = [];
}
