using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Platform;

public sealed class CrashTests
{
    private const int Writers = 4;

    [DatabaseTheory, EveryDatabase]
    public async Task Killing_the_program_in_the_middle_of_writing_loses_no_acknowledged_change(DatabaseKind kind)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-crash-").FullName;
        List<string> settings = ["--Portal:Data", folder];
        if (kind == DatabaseKind.Postgres && PostgresServer.IsInstalled) settings.AddRange(["--ConnectionStrings:Portal", await PostgresServer.CreateDatabaseAsync()]);

        string tenant;
        var cookies = new List<CookieCollection>();
        await using (var host = await PortalHost.StartAsync(kind, [.. settings]))
        {
            var site = await TestSite.CreateAsync(host);
            tenant = site.Tenant.Name;
            for (var i = 0; i < Writers; i++) cookies.Add((await site.SignInAsync()).Cookies.GetCookies(host.Address));
        }

        var counts = Enumerable.Range(0, Writers).Select(_ => new Count()).ToList();
        for (var round = 1; round <= 3; round++)
        {
            await WriteUntilKilledAsync(kind, settings, tenant, cookies, counts, enough: round * 40);
        }

        await using (var host = await PortalHost.StartAsync(kind, [.. settings]))
        {
            var site = await TestSite.OpenAsync(host, tenant);
            await site.RunAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var kept = await db.Set<PortalUser>().AsNoTracking().OrderBy(user => user.Id).Select(user => user.Name).ToListAsync();
                for (var i = 0; i < Writers; i++)
                {
                    // The change under way when the program was killed may have been kept or not; nobody was told.
                    var number = int.Parse(kept[i]["Name ".Length..], System.Globalization.CultureInfo.InvariantCulture);
                    number.ShouldBeInRange(counts[i].Acknowledged, counts[i].Sent);
                }

                var audited = await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "user.changed");
                audited.ShouldBeInRange(counts.Sum(count => count.AllAcknowledged), counts.Sum(count => count.Sent));
                (await services.GetRequiredService<AuditLog>().FindBreakAsync()).ShouldBeNull();
            });
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>Starts the program as a process of its own, lets several people change their names again and again, and kills it while they do.</summary>
    private static async Task WriteUntilKilledAsync(DatabaseKind kind, List<string> settings, string tenant, List<CookieCollection> cookies, List<Count> counts, int enough)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        List<string> arguments = [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "--urls", address.ToString(), "--Portal:Samples", "false", "--Logging:LogLevel:Default", "Warning", .. settings];
        if (kind == DatabaseKind.Postgres) arguments.AddRange(["--Portal:Database", "postgres"]);
        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Path.GetTempPath(), UseShellExecute = false, RedirectStandardOutput = true })!;
        program.OutputDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        try
        {
            await UntilAnswersAsync(address, program);
            var writers = cookies.Select((own, i) => WriteAsync(new Uri(address, $"/{tenant}/"), own, counts[i])).ToList();
            await Wait.UntilAsync(() => Task.FromResult(counts.Sum(count => count.AllAcknowledged) >= enough));
            program.Kill(); // SIGKILL: nothing of the program runs any more
            await program.WaitForExitAsync();
            await Task.WhenAll(writers);
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }

    private static async Task WriteAsync(Uri site, CookieCollection own, Count count)
    {
        var visitor = new Visitor(site);
        visitor.Cookies.Add(site, own);
        try
        {
            while (true)
            {
                var page = await visitor.GetAsync("/account");
                page.Status.ShouldBe(HttpStatusCode.OK);
                var number = ++count.Sent;
                var answer = await visitor.SubmitAsync(page, "main form", [("Name", $"Name {number}")], followRedirects: false);
                answer.Status.ShouldBe(HttpStatusCode.Redirect);
                count.Acknowledged = number;
                count.AllAcknowledged++;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The program was killed.
        }
    }

    private static async Task UntilAnswersAsync(Uri address, Process program)
    {
        using var client = new HttpClient { BaseAddress = address };
        await Wait.UntilAsync(async () =>
        {
            program.HasExited.ShouldBeFalse("the program ended by itself");
            try
            {
                using var answer = await client.GetAsync("/health/live");
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What one writer sent, and the last of it that was acknowledged.</summary>
    private sealed class Count
    {
        public volatile int Sent;
        public volatile int Acknowledged;
        public volatile int AllAcknowledged;
    }
}
