using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Jobs;
using Portal.Signposting.Jobs;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Services.Reports;

/// <summary>What counts months and writes reports of them.</summary>
internal static class ReportServices
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddScoped<CourseReader>();
        services.AddScoped<TraitsReader>();
        services.AddScoped<MonthCounting>();
        services.AddScoped<IKeptOnPeople, FiguresKept>();
        services.AddScoped<TenantJob, CountMonthsJob>();
        services.AddHostedService<SampleReports>();
        services.AddScoped<ReportBooks>();
        services.AddScoped<ReportWords>();
        services.AddScoped<ReportWriter>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<ReportMap>();
        services.AddScoped<PopulationDesk>();
    }
}
