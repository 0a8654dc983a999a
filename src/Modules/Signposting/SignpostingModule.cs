using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Platform.Jobs;
using Portal.Platform.Modules;
using Portal.Signposting.Jobs;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Protection;

namespace Portal.Signposting;

/// <summary>Plans that link workers make with people.</summary>
public sealed class SignpostingModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "signposting",
        Name = "Signposting",
        Resources = typeof(SignpostingText),
        DependsOn = ["accounts", "directory", "learning", "programmes", "search", "messages"],
        Features = [new Feature("Portal.Signposting")],
        Permissions =
        [
            new Permission(SignpostingPermissions.UseWorkspace, "Permission.UseWorkspace", SeesPeople: true),
            new Permission(SignpostingPermissions.SeeAllPlans, "Permission.SeeAllPlans", SeesPeople: true, PartOf: SignpostingPermissions.SeeAllPeople),
            new Permission(SignpostingPermissions.SeeAllPeople, "Permission.SeeAllPeople", SeesPeople: true),
            new Permission(SignpostingPermissions.ManageTeams, "Permission.ManageTeams"),
        ],
        Folders =
        [
            new PageFolder("/Workspace", SignpostingPermissions.UseWorkspace),
            new PageFolder("/People", SignpostingPermissions.UseWorkspace),
            new PageFolder("/SharedPlan", null, ShowsPeople: true),
            new PageFolder("/Manage/Teams", SignpostingPermissions.ManageTeams),
        ],
        Menu =
        [
            new MenuEntry(MenuPlace.Personal, 20, "Menu.Workspace", "/workspace", SignpostingPermissions.UseWorkspace),
            new MenuEntry(MenuPlace.Manage, 520, "Menu.Teams", "/manage/teams", SignpostingPermissions.ManageTeams),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PrivateText>();
        services.AddSingleton<UnknownCodeLimit>();
        services.AddScoped<PlanAccess>();
        services.AddScoped<PlanEditor>();
        services.AddScoped<PlanSharing>();
        services.AddScoped<PlanBoard>();
        services.AddScoped<PlanItems>();
        services.AddScoped<PlanSearch>();
        services.AddScoped<PlanSheets>();
        services.AddScoped<ShareMessages>();
        services.AddScoped<TenantJob, RemovedPlansJob>();
        AddPeople(services);
        services.AddSingleton(new KeptNextStep(SignpostingPermissions.UseWorkspace, typeof(KeptPlanText), "Make", "/workspace/plans/new"));
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<PersonLookup>();
        services.AddScoped<PersonAccess>();
        services.AddScoped<PersonEditor>();
        services.AddScoped<PersonList>();
        services.AddScoped<PersonHistory>();
        services.AddScoped<SectionWords>();
        services.AddScoped<Teams>();
        services.AddScoped<CareChoices>();
        services.AddScoped<CareNames>();
        services.AddScoped<PersonPlans>();
        services.AddScoped<Resealing>();
        services.AddScoped<TenantJob, ResealJob>();
    }
}
