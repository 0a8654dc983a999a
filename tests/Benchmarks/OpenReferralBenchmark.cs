using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>How long the pages of the open data take over HTTP, with 100,000 listings in one tenant: the first, some in the middle, the last.</summary>
internal static class OpenReferralBenchmark
{
    private const int Listings = 100_000, WarmUp = 20, Rounds = 200;

    public static async Task RunAsync(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None", "--Portal:OpenData:RequestsPerMinute", "1000000");
        var site = await TestSite.CreateAsync(host);
        Console.WriteLine($"{kind}, {Listings.ToString(CultureInfo.InvariantCulture)} listings");
        await FilledDirectory.FillAsync(site, Listings);

        var random = new Random(20261125);
        const int pages = Listings / 50;
        await MeasureAsync(site, "first page of 50", () => "services?page=1");
        await MeasureAsync(site, "any page of 50", () => Invariant($"services?page={random.Next(1, pages + 1)}"));
        await MeasureAsync(site, "last page of 50", () => Invariant($"services?page={pages}"));
        await MeasureAsync(site, "any page of 50 in full", () => Invariant($"services?full=true&page={random.Next(1, pages + 1)}"));
        await MeasureAsync(site, "any page at locations", () => Invariant($"service_at_locations?page={random.Next(1, pages + 1)}"));
        await MeasureAsync(site, "changed since", () => Invariant($"services?modified_after=2030-01-{random.Next(10, 28)}"));
        await MeasureAsync(site, "of a day", () => "services?day=" + Schedule.Days[random.Next(7)]);
        await MeasureFirstAfterAChangeAsync(site, pages);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static async Task MeasureFirstAfterAChangeAsync(TestSite site, int pages)
    {
        var times = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            await site.RunAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                (await db.Set<Organisation>().FindAsync($"org-{round}"))!.Phone = $"01632 9600{round:00}";
                await db.SaveChangesAsync();
            });
            times.Add(await AskAsync(site, Invariant($"services?page={pages / 2}")));
        }

        Print("first after a change", times);
    }

    private static async Task MeasureAsync(TestSite site, string name, Func<string> path)
    {
        var times = new List<double>(Rounds);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var time = await AskAsync(site, path());
            if (round >= 0) times.Add(time);
        }

        Print(name, times);
    }

    private static async Task<double> AskAsync(TestSite site, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await site.Visitor.Client.GetAsync("oruk/v3/" + path);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(string name, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} median {times[times.Count / 2],6:f2} ms, p99 {times[times.Count * 99 / 100],6:f2} ms"));
    }
}
