using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

public sealed class ImportCrashTests
{
    private const int Groups = 6_000;

    [DatabaseTheory, EveryDatabase]
    public async Task An_import_that_is_killed_while_reading_and_while_writing_goes_on_and_nothing_is_there_twice(DatabaseKind kind)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-import-crash-").FullName;
        List<string> settings = ["--Portal:Data", folder];
        if (kind == DatabaseKind.Postgres && PostgresServer.IsInstalled) settings.AddRange(["--ConnectionStrings:Portal", await PostgresServer.CreateDatabaseAsync()]);
        string tenant;
        CookieCollection cookies;
        await using (var host = await PortalHost.StartAsync(kind, [.. settings]))
        {
            var site = await TestSite.CreateAsync(host);
            (tenant, cookies) = (site.Tenant.Name, (await site.SignInAsync("ManageImports")).Cookies.GetCookies(host.Address));
        }

        var sheet = "Ref,Group name,When,Tel,Where\n" + string.Concat(Enumerable.Range(1, Groups).Select(i => $"{i},Group {i},Mon 10am,01632 960123,\"Hall {i % 50}, Shipley\"\n"));
        string run;
        using (var program = await PortalProcess.StartAsync(kind, settings))
        {
            var visitor = Open(program, tenant, cookies);
            var columns = await visitor.UploadAsync(await visitor.GetAsync("/manage/imports/add"), "main form", "groups.csv", sheet, ("What", "sheet"), ("Name", "Long list"), ("Language", "en"));
            run = columns.Address.Segments[^2].TrimEnd('/');
            await visitor.SubmitAsync(columns, "main form");
            await UntilAsync(visitor, run, "Lines read: ", 500);
            await program.KillAsync();
        }

        (await RestAsync(kind, settings, tenant, run, cookies)).ShouldBe((RunState.Review, Groups, 0));
        using (var program = await PortalProcess.StartAsync(kind, settings))
        {
            var visitor = Open(program, tenant, cookies);
            await visitor.SubmitAsync(await visitor.GetAsync($"/manage/imports/runs/{run}"), "form[action*='handler=Apply']");
            await UntilAsync(visitor, run, "Put into the directory: ", 400);
            await program.KillAsync();
        }

        (await RestAsync(kind, settings, tenant, run, cookies)).ShouldBe((RunState.Done, Groups, Groups));
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static Visitor Open(PortalProcess program, string tenant, CookieCollection cookies)
    {
        var visitor = new Visitor(new Uri(program.Address, $"/{tenant}/"));
        visitor.Cookies.Add(program.Address, cookies);
        return visitor;
    }

    /// <summary>Looks until the page says a number that is large enough, or that it is over.</summary>
    private static Task UntilAsync(Visitor visitor, string run, string words, int enough) => Wait.UntilAsync(async () =>
    {
        var text = (await visitor.GetAsync($"/manage/imports/runs/{run}")).Text;
        var place = text.IndexOf(words, StringComparison.Ordinal);
        return place < 0 ? text.Contains("What we found", StringComparison.Ordinal) && words.StartsWith("Lines", StringComparison.Ordinal)
            : int.Parse(string.Concat(text[(place + words.Length)..].TakeWhile(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture) >= enough;
    });

    /// <summary>Starts the program again and waits until the run rests.</summary>
    private static async Task<(RunState State, int Added, int Listings)> RestAsync(DatabaseKind kind, List<string> settings, string tenant, string run, CookieCollection cookies)
    {
        await using var host = await PortalHost.StartAsync(kind, [.. settings]);
        var site = await TestSite.OpenAsync(host, tenant);
        await site.RestAsync();
        cookies.Count.ShouldBeGreaterThan(0);
        return await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var found = await db.Set<ImportRun>().AsNoTracking().SingleAsync(one => one.Id == run);
            (await db.Set<StagedChange>().Where(change => change.Record == RecordKind.Service).Select(change => change.ExternalId).Distinct().CountAsync()).ShouldBe(Groups);
            (await db.Set<StagedChange>().CountAsync(change => change.Record == RecordKind.Location)).ShouldBe(50);
            (await services.GetRequiredService<AuditLog>().FindBreakAsync()).ShouldBeNull();
            return (found.State, found.Added, await db.Set<Portal.Directory.Domain.Listing>().CountAsync());
        });
    }
}
