using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Jobs;
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
        services.AddScoped<TenantJob, ModerationDigest>();
    }
}
