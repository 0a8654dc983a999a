using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Platform.Jobs;
using Portal.Platform.Modules;
using Portal.Signposting.Jobs;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.Introductions;
using Portal.Signposting.Services.Matching;

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
            new Permission(SignpostingPermissions.SeeAllPlans, "Permission.SeeAllPlans", SeesPeople: true),
        ],
        Folders =
        [
            new PageFolder("/Workspace", SignpostingPermissions.UseWorkspace),
            new PageFolder("/SharedPlan", null, ShowsPeople: true),
            new PageFolder("/Introductions", null, ShowsPeople: true),
            new PageFolder("/Manage/Introductions", SignpostingPermissions.SeeAllPlans),
        ],
        Menu =
        [
            new MenuEntry(MenuPlace.Personal, 20, "Menu.Workspace", "/workspace", SignpostingPermissions.UseWorkspace),
            new MenuEntry(MenuPlace.Personal, 21, "Menu.Introductions", "/workspace/introductions", SignpostingPermissions.UseWorkspace),
            new MenuEntry(MenuPlace.Manage, 30, "Menu.IntroductionRules", "/manage/introductions", SignpostingPermissions.SeeAllPlans),
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
        services.AddMatching();
        services.AddIntroductions();
        services.AddScoped<PersonAnswers>();
        services.AddScoped<NewAnswers>();
        services.AddScoped<PlanBesides>();
        services.AddScoped<PlanWord>();
        services.AddScoped<PlanSheets>();
        services.AddScoped<ShareMessages>();
        services.AddScoped<TenantJob, RemovedPlansJob>();
        services.AddSingleton(new KeptNextStep(SignpostingPermissions.UseWorkspace, typeof(KeptPlanText), "Make", "/workspace/plans/new"));
    }
}
