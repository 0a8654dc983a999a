using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Jobs.Resources;
using Portal.Jobs.Services;
using Portal.Platform.Jobs;
using Portal.Platform.Modules;

namespace Portal.Jobs;

/// <summary>Work by the clock, per tenant.</summary>
public sealed class JobsModule : PortalModule
{
    internal const string ManageJobs = "ManageJobs";

    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "jobs",
        Name = "Jobs",
        Resources = typeof(JobsText),
        Features = [new Feature("Portal.Jobs", AlwaysOn: true)],
        Permissions = [new Permission(ManageJobs, "Permission.ManageJobs")],
        Folders = [new PageFolder("/Manage", ManageJobs)],
        Menu = [new MenuEntry(MenuPlace.Manage, 80, "Menu.Jobs", "/manage/jobs", ManageJobs)],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddClock(configuration);
        services.AddHostedService<Timetable>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<RunLog>();
        services.AddScoped<JobBoard>();
        services.AddScoped<RunWords>();
        services.AddScoped<TenantJob, TrimRuns>();
    }
}
