using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;

namespace Portal.Recipes.Steps;

/// <summary>A step that changes the tenant's settings.</summary>
internal abstract class SettingsStepBase(PortalDbContext db, SettingsRules rules, EventBus events) : IRecipeStep
{
    public abstract string Name { get; }

    public abstract Type Model { get; }

    public abstract int Order { get; }

    public async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        var before = await Setting.ReadAsync(db, Setting.Site, new TenantSettings(), cancellationToken);
        var after = Change(before, run);
        var faults = rules.Check(after);
        foreach (var fault in faults) run.Error(fault.Message);
        if (faults.Count > 0) return;
        await Setting.WriteAsync(db, Setting.Site, after, cancellationToken);
        await events.PublishAsync(new SettingsChanged(before, after), cancellationToken);
    }

    public abstract Task<object?> ExportAsync(CancellationToken cancellationToken);

    protected abstract TenantSettings Change(TenantSettings settings, StepRun run);
}

/// <summary>Orchard Core's step <c>themes</c>: chooses the theme.</summary>
internal sealed class ThemesStep(PortalDbContext db, SettingsRules rules, EventBus events, TenantContext tenant) : SettingsStepBase(db, rules, events)
{
    public override string Name => "themes";

    public override Type Model => typeof(ThemesStepModel);

    public override int Order => 10;

    public override Task<object?> ExportAsync(CancellationToken cancellationToken) => Task.FromResult<object?>(new ThemesStepModel { Site = tenant.Settings.Theme });

    protected override TenantSettings Change(TenantSettings settings, StepRun run) => settings with { Theme = ((ThemesStepModel)run.Model).Site };
}

internal sealed record ThemesStepModel
{
    /// <summary>Id of the theme of the site.</summary>
    [JsonPropertyName("site")]
    public required string Site { get; init; }
}

/// <summary>Orchard Core's step <c>settings</c>, as far as there is something here that it sets.</summary>
internal sealed class SettingsStep(PortalDbContext db, SettingsRules rules, EventBus events) : SettingsStepBase(db, rules, events)
{
    public override string Name => "settings";

    public override Type Model => typeof(SettingsStepModel);

    public override int Order => 15;

    /// <summary>Everything is written by <see cref="PortalSettingsStep"/>.</summary>
    public override Task<object?> ExportAsync(CancellationToken cancellationToken) => Task.FromResult<object?>(null);

    protected override TenantSettings Change(TenantSettings settings, StepRun run)
    {
        var step = (SettingsStepModel)run.Model;
        return settings with { Name = step.SiteName ?? settings.Name, TimeZone = step.TimeZoneId ?? settings.TimeZone };
    }
}

internal sealed record SettingsStepModel
{
    /// <summary>Name of the site.</summary>
    public string? SiteName { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZoneId { get; init; }
}

/// <summary>Our own step <c>PortalSettings</c>: everything in <see cref="TenantSettings"/>. What it does not name stays as it is.</summary>
internal sealed class PortalSettingsStep(PortalDbContext db, SettingsRules rules, EventBus events, TenantContext tenant) : SettingsStepBase(db, rules, events)
{
    public override string Name => "PortalSettings";

    public override Type Model => typeof(TenantSettings);

    public override int Order => 20;

    public override Task<object?> ExportAsync(CancellationToken cancellationToken) => Task.FromResult<object?>(tenant.Settings);

    protected override TenantSettings Change(TenantSettings settings, StepRun run)
    {
        var given = JsonSerializer.SerializeToNode(run.Model, PortalJson.Options)!.AsObject();
        var result = JsonSerializer.SerializeToNode(settings, PortalJson.Options)!.AsObject();
        foreach (var named in run.Json.EnumerateObject())
        {
            if (named.Name == "name") continue; // of the step
            var key = given.Select(entry => entry.Key).FirstOrDefault(name => name.Equals(named.Name, StringComparison.OrdinalIgnoreCase));
            if (key is not null) result[key] = given[key]?.DeepClone();
        }

        return result.Deserialize<TenantSettings>(PortalJson.Options)!;
    }
}
