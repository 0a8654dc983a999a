using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Jobs.Domain;
using Portal.Jobs.Services;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Quartz;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Jobs;

public sealed class TimetableTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_due_time_missed_while_the_program_was_stopped_is_caught_up_once(DatabaseKind kind)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-missed-").FullName;
        List<string> settings = ["--Portal:Data", folder];
        if (kind == DatabaseKind.Postgres && PostgresServer.IsInstalled) settings.AddRange(["--ConnectionStrings:Portal", await PostgresServer.CreateDatabaseAsync()]);
        await using (var first = await PortalHost.StartAsync(kind, [.. settings]))
        {
            await Wait.UntilAsync(() => IsPlannedAsync(first));
            await MoveDueTimeBackAsync(first);
        }

        await using (var second = await PortalHost.StartAsync(kind, [.. settings]))
        {
            await Wait.UntilAsync(async () => await RunsAsync(second) > 0);
            (await DueAsync(second))!.Value.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
            (await RunsAsync(second)).ShouldBe(1);
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_tenant_in_another_time_zone_brings_triggers_of_its_own(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        await TestSite.CreateAsync(host, new TenantSettings { Name = "Lahore", TimeZone = "Asia/Karachi", Languages = ["ur"] });

        await Wait.UntilAsync(async () => await TriggerAsync(host, "Asia/Karachi") is not null);

        var trigger = (ICronTrigger)(await TriggerAsync(host, "Asia/Karachi"))!;
        trigger.TimeZone.Id.ShouldBe("Asia/Karachi");
        var next = TimeZoneInfo.ConvertTime(trigger.NextFireTimeUtc!.Value, trigger.TimeZone);
        TimeOnly.FromDateTime(next.DateTime).ShouldBe(new TimeOnly(3, 10));
    }

    /// <summary>SQLite serves one machine; only PostgreSQL serves several.</summary>
    [DatabaseTheory, EveryDatabase]
    public async Task Two_machines_on_one_database_run_a_due_job_once(DatabaseKind kind)
    {
        Skip.If(kind == DatabaseKind.Sqlite, "SQLite serves one machine.");
        Skip.If(!PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-cluster-").FullName;
        string[] settings = ["--ConnectionStrings:Portal", await PostgresServer.CreateDatabaseAsync(), "--Portal:Data", folder];
        await using (var before = await PortalHost.StartAsync(kind, settings))
        {
            await Wait.UntilAsync(() => IsPlannedAsync(before));
            await MoveDueTimeBackAsync(before);
        }

        var machines = await Task.WhenAll(PortalHost.StartAsync(kind, settings), PortalHost.StartAsync(kind, settings));
        try
        {
            var scheduler = await machines[0].Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            await Wait.UntilAsync(async () => (await scheduler.QueryClusterNodes()).Count >= 2);
            await Wait.UntilAsync(async () => await RunsAsync(machines[0]) > 0);

            // Both have looked at the timetable, and it is due again only tomorrow.
            foreach (var machine in machines) (await DueAsync(machine))!.Value.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
            (await RunsAsync(machines[1])).ShouldBe(1);
        }
        finally
        {
            foreach (var machine in machines) await machine.DisposeAsync();
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static async Task<ITrigger?> TriggerAsync(PortalHost host, string zone)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return await scheduler.GetTrigger(new TriggerKey(zone, TrimRuns.Name));
    }

    private static async Task<DateTimeOffset?> DueAsync(PortalHost host) => (await TriggerAsync(host, "Europe/London"))?.NextFireTimeUtc;

    private static async Task<bool> IsPlannedAsync(PortalHost host) => await DueAsync(host) is not null;

    private static async Task MoveDueTimeBackAsync(PortalHost host)
    {
        var databases = host.Services.GetRequiredService<TenantDatabases>();
        await using DbConnection connection = databases.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection(TenantDatabases.SqliteConnectionTo(Path.Combine(databases.DataFolder, "jobs.db")))
            : databases.Source().CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var table = databases.Kind == DatabaseKind.Sqlite ? "jobs_TRIGGERS" : "portal_platform.jobs_TRIGGERS";
        command.CommandText = $"UPDATE {table} SET NEXT_FIRE_TIME = NEXT_FIRE_TIME - {3 * TimeSpan.TicksPerDay} WHERE TRIGGER_GROUP = '{TrimRuns.Name}'";
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    private static async Task<int> RunsAsync(PortalHost host)
    {
        // Runs with nothing to do share a row, so the rows are not counted but what they stand for.
        var tenant = (await host.Services.GetRequiredService<ITenants>().FindAsync(Tenant.Default))!;
        return await host.Services.GetRequiredService<ITenantScopes>().RunAsync(
            tenant, services => services.GetRequiredService<PortalDbContext>().Set<JobRun>().Where(run => run.JobId == TrimRuns.Name).SumAsync(run => run.Times));
    }
}
