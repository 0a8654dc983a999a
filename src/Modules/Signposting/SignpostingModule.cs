using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Platform.Jobs;
using Portal.Platform.Modules;
using Portal.Signposting.Jobs;
using Portal.Signposting.Pages.Refer;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.Course;
using Portal.Signposting.Services.FollowUps;
using Portal.Signposting.Services.Introductions;
using Portal.Signposting.Services.Letters;
using Portal.Signposting.Services.Matching;
using Portal.Signposting.Services.Meetings;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Protection;
using Portal.Signposting.Services.Referrals;
using Portal.Signposting.Services.Reports;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting;

/// <summary>Plans that link workers make with people.</summary>
public sealed class SignpostingModule : PortalModule
{
    /// <summary>The feature with the forms for referrals; of its own, because it opens a door to the public.</summary>
    internal const string Referring = "Portal.Referrals";

    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "signposting",
        Name = "Signposting",
        Resources = typeof(SignpostingText),
        DependsOn = ["recipes", "accounts", "directory", "learning", "programmes", "search", "messages"],
        Features = [new Feature("Portal.Signposting"), new Feature(Referring)],
        Permissions =
        [
            new Permission(SignpostingPermissions.UseWorkspace, "Permission.UseWorkspace", SeesPeople: true),
            new Permission(SignpostingPermissions.SeeAllPlans, "Permission.SeeAllPlans", SeesPeople: true, PartOf: SignpostingPermissions.SeeAllPeople),
            new Permission(SignpostingPermissions.SeeAllPeople, "Permission.SeeAllPeople", SeesPeople: true),
            new Permission(SignpostingPermissions.SeeSafeguarding, "Permission.SeeSafeguarding", SeesPeople: true, PartOf: SignpostingPermissions.SeeAllPeople),
            new Permission(SignpostingPermissions.EraseRecords, "Permission.EraseRecords", SeesPeople: true),
            new Permission(SignpostingPermissions.LookUrgently, "Permission.LookUrgently", SeesPeople: true),
            new Permission(SignpostingPermissions.ManageTeams, "Permission.ManageTeams"),
            new Permission(SignpostingPermissions.SeeReports, "Permission.SeeReports"),
            new Permission(SignpostingPermissions.Refer, "Permission.Refer"),
            new Permission(SignpostingPermissions.TriageReferrals, "Permission.TriageReferrals", SeesPeople: true),
            new Permission(SignpostingPermissions.ManageReferrers, "Permission.ManageReferrers"),
        ],
        Folders =
        [
            new PageFolder("/Workspace", SignpostingPermissions.UseWorkspace),
            new PageFolder("/People", SignpostingPermissions.UseWorkspace),
            new PageFolder("/Urgent", SignpostingPermissions.LookUrgently),
            new PageFolder("/Looks", SignpostingPermissions.SeeAllPeople),
            new PageFolder("/Retention", SignpostingPermissions.EraseRecords),
            new PageFolder("/Manage/Retention", SignpostingPermissions.EraseRecords),
            new PageFolder("/Pathway", SignpostingPermissions.UseWorkspace),
            new PageFolder("/Meetings", SignpostingPermissions.UseWorkspace),
            new PageFolder("/Reports", SignpostingPermissions.SeeReports),
            new PageFolder("/Manage/Population", SignpostingPermissions.ManageTeams),
            new PageFolder("/SharedPlan", null, ShowsPeople: true),
            new PageFolder("/Introductions", null, ShowsPeople: true),
            new PageFolder("/Manage/Introductions", SignpostingPermissions.SeeAllPlans),
            new PageFolder("/Manage/Teams", SignpostingPermissions.ManageTeams),
            new PageFolder("/Manage/Pathway", SignpostingPermissions.ManageTeams),
            new PageFolder("/Refer", null, Referring, ShowsPeople: true),
            new PageFolder("/Refer/Staff", SignpostingPermissions.Refer, Referring, ShowsPeople: true),
            new PageFolder("/Referrals", SignpostingPermissions.UseWorkspace, Referring),
            new PageFolder("/Manage/Referrers", SignpostingPermissions.ManageReferrers, Referring),
        ],
        Menu =
        [
            new MenuEntry(MenuPlace.Personal, 20, "Menu.Workspace", "/workspace", SignpostingPermissions.UseWorkspace),
            new MenuEntry(MenuPlace.Manage, 25, "Menu.Reports", "/workspace/reports", SignpostingPermissions.SeeReports),
            new MenuEntry(MenuPlace.Manage, 30, "Menu.IntroductionRules", "/manage/introductions", SignpostingPermissions.SeeAllPlans),
            new MenuEntry(MenuPlace.Manage, 515, "Menu.Retention", "/manage/retention", SignpostingPermissions.EraseRecords),
            new MenuEntry(MenuPlace.Manage, 520, "Menu.Teams", "/manage/teams", SignpostingPermissions.ManageTeams),
            new MenuEntry(MenuPlace.Manage, 525, "Menu.Pathway", "/manage/pathway", SignpostingPermissions.ManageTeams),
            new MenuEntry(MenuPlace.Manage, 527, "Menu.Population", "/manage/population", SignpostingPermissions.ManageTeams),
            new MenuEntry(MenuPlace.Manage, 530, "Menu.Referrers", "/manage/referrers", SignpostingPermissions.ManageReferrers, Referring),
            new MenuEntry(MenuPlace.Footer, 40, "Menu.Refer", "/refer", Feature: Referring),
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
        services.AddCourse();
        services.AddFollowUps();
        services.AddLetters();
        services.AddPathway();
        services.AddMeetings();
        services.AddScoped<PersonAnswers>();
        services.AddScoped<NewAnswers>();
        services.AddScoped<PlanBesides>();
        services.AddScoped<PlanWord>();
        services.AddScoped<PlanSheets>();
        services.AddScoped<ReadingForms>();
        services.AddScoped<ShareMessages>();
        services.AddScoped<TenantJob, RemovedPlansJob>();
        AddPeople(services);
        AddReferrals(services);
        services.AddReports();
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
        services.AddRights();
        services.AddScoped<Teams>();
        services.AddScoped<CareChoices>();
        services.AddScoped<CareNames>();
        services.AddScoped<PersonPlans>();
        services.AddScoped<Resealing>();
        services.AddScoped<TenantJob, ResealJob>();
        services.AddHostedService<SamplePeople>();
    }

    private static void AddReferrals(IServiceCollection services)
    {
        services.AddSingleton<ReferralLimit>();
        services.AddScoped<ReferralNewsLetters>();
        services.AddScoped<LinkTeams>();
        services.AddScoped<TenantJob, ReferralNewsJob>();
        services.AddScoped<ReferralForms>();
        services.AddScoped<ReferralMail>();
        services.AddScoped<ReferralWords>();
        services.AddScoped<ReferralAccess>();
        services.AddScoped<ReferralTriage>();
        services.AddScoped<ReferrerLinks>();
        services.AddScoped<ReferralStart>();
        services.AddScoped<TenantJob, ReferralDraftsJob>();
    }
}
