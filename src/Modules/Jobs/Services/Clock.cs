using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Quartz;

namespace Portal.Jobs.Services;

/// <summary>
/// Sets up Quartz with its store beside the tenants' databases: a file of its own on SQLite; on PostgreSQL tables in the
/// platform's schema, shared by all machines, so that each due time is run by one of them.
/// </summary>
internal static class Clock
{
    public static void AddClock(this IServiceCollection services, IConfiguration configuration)
    {
        var onPostgres = string.Equals(configuration["Portal:Database"], "postgres", StringComparison.OrdinalIgnoreCase);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "portal");
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = onPostgres ? $"{TenantDatabases.PlatformSchema}.jobs_" : "jobs_";
                    options.StoreJobDataAsStrings = true;
                });
                if (onPostgres)
                {
                    store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<TenantDatabases>().Source());
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite(source => source.DataSourceFactory = provider => OpenFile(provider.GetRequiredService<TenantDatabases>()));
                }
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static System.Data.Common.DbDataSource OpenFile(TenantDatabases databases)
    {
        var source = SqliteFactory.Instance.CreateDataSource(TenantDatabases.SqliteConnectionTo(Path.Combine(databases.DataFolder, "jobs.db")));
        using var wal = source.CreateCommand("PRAGMA journal_mode = 'wal'");
        wal.ExecuteNonQuery();
        return source;
    }
}
