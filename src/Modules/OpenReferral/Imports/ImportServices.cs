using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Contracts;
using Portal.OpenReferral.Imports.Jobs;
using Portal.OpenReferral.Imports.Services;
using Portal.Platform.Jobs;

namespace Portal.OpenReferral.Imports;

/// <summary>The services of imports.</summary>
internal static class ImportServices
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportQueue>();
        services.AddHostedService<ImportWorker>();
        services.AddScoped<ImportSources>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<FeedReading>();
        services.AddScoped<SourceIds>();
        services.AddScoped<StagedComparison>();
        services.AddScoped<RunLease>();
        services.AddScoped<FeedFetcher>();
        services.AddScoped<Stager>();
        services.AddScoped<Applier>();
        services.AddScoped<Undoer>();
        services.AddScoped<ImportRunner>();
        services.AddScoped<FaultWords>();
        services.AddScoped<RunReview>();
        services.AddScoped<ChangeReader>();
        services.AddScoped<ValueWords>();
        services.AddScoped<RowFixer>();
        services.AddScoped<Corrections>();
        services.AddScoped<RowPreview>();
        services.AddScoped<IListingNote, Provenance>();
        services.AddScoped<IModerationSource, FeedsToLookAt>();
        services.AddScoped<IImports, CommandImports>();
        services.AddScoped<TenantJob, ContinueImports>();
    }
}
