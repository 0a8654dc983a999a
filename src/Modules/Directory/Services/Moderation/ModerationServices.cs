using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Jobs;
using Portal.Directory.Services.Duplicates;
using Portal.Directory.Services.Websites;
using Portal.Platform.Jobs;

namespace Portal.Directory.Services;

/// <summary>What waits for a moderator, and what moderators work with.</summary>
internal static class ModerationServices
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.AddScoped<Trust>();
        services.AddScoped<Suggestions>();
        services.AddScoped<PendingGroups>();
        services.AddScoped<SuggestionReader>();
        services.AddScoped<SuggestionDecisions>();
        services.AddScoped<SuggestionMail>();
        services.AddScoped<NewListings>();
        services.AddScoped<Assignments>();
        services.AddScoped<ModerationQueue>();
        services.AddScoped<IModerationSource, SuggestionSource>();
        services.AddScoped<ClaimDecisions>();
        services.AddScoped<IModerationSource, ClaimSource>();
        services.AddScoped<IModerationSource, NewListingSource>();
        services.AddScoped<IModerationSource, ReportSource>();
        services.AddScoped<DuplicateFinder>();
        services.AddScoped<DuplicateMerge>();
        services.AddScoped<IModerationSource, DuplicateSource>();
        services.AddScoped<TenantJob, FindDuplicates>();
        services.AddScoped<WebsiteChecks>();
        services.AddScoped<IModerationSource, WebsiteSource>();
        services.AddScoped<TenantJob, CheckWebsites>();
        services.AddScoped<TenantJob, ModerationDigest>();
    }
}
