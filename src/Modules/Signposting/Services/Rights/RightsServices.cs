using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Jobs;
using Portal.Signposting.Jobs;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights.Kept;

namespace Portal.Signposting.Services.Rights;

/// <summary>What completes the record and serves a person's rights over it.</summary>
internal static class RightsServices
{
    public static void AddRights(this IServiceCollection services)
    {
        services.AddScoped<RecordWords>();
        services.AddScoped<SafeguardingAccess>();
        services.AddScoped<RightsAccess>();
        services.AddScoped<IKeptOnPeople, RecordKept>();
        services.AddScoped<IKeptOnPeople, PathKept>();
        services.AddScoped<CourseKept>();
        services.AddScoped<ReferralsKept>();
        services.AddScoped<IKeptOnPeople>(services => services.GetRequiredService<ReferralsKept>());
        services.AddScoped<PlansKept>();
        services.AddScoped<IKeptOnPeople>(services => services.GetRequiredService<PlansKept>());
        services.AddScoped<IKeptOnPeople, UrgentKept>();
        services.AddScoped<IKeptOnPeople, MergesKept>();
        services.AddScoped<IKeptOnPeople, TrailKept>();
        services.AddScoped<Merging>();
        services.AddScoped<UrgentLooks>();
        services.AddScoped<RecordParts>();
        services.AddScoped<RecordElements>();
        services.AddScoped<PersonFiles>();
        services.AddScoped<RecordRetention>();
        services.AddScoped<WithoutRecord>();
        services.AddScoped<KeepForm>();
        services.AddScoped<Erasing>();
        services.AddScoped<Traces>();
        services.AddScoped<Withdrawing>();
        services.AddScoped<TenantJob, RetentionJob>();
        services.AddScoped<TenantJob, TracesJob>();
    }
}
