using System.Diagnostics;
using System.Globalization;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>How long single pages take that are made anew for each request, asked for one after the other over the loopback: an upper bound of the time in the server.</summary>
internal static class PagesBenchmark
{
    private const int WarmUp = 3000, Rounds = 1000;

    /// <summary>The 62 groups of the sample, 160 times: some 10,000 in two or three languages.</summary>
    private const int Copies = 160;

    public static async Task RunAsync(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None", "--environment", "Production");
        var start = Stopwatch.GetTimestamp();
        var site = await SampleSite.CreateAsync(host, Copies);
        var groups = (await site.Visitor.GetAsync("/groups")).Find(".portal-count").TextContent;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {groups}, taken in by recipes in {Stopwatch.GetElapsedTime(start).TotalSeconds:f1} s"));
        await MeasureAsync(site, "page of a group", "/groups/shipley-singers?n={0}");
        await MeasureAsync(site, "page of a group in Urdu", "/ur/groups/shipley-singers?n={0}");
        await MeasureAsync(site, "search page, all groups", "/groups?n={0}");
        await MeasureAsync(site, "search page, words, place and filters", "/groups?q=walk&near=BD18&within=10&day=TU&n={0}");
        await MeasureAsync(site, "home page", "/?n={0}");
        await MeasureAsync(site, "page of a group, kept", "/groups/shipley-singers");
    }

    private static async Task MeasureAsync(TestSite site, string name, string path)
    {
        var times = new List<double>(Rounds);
        var client = site.Visitor.Client;
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var address = string.Format(CultureInfo.InvariantCulture, path, round).TrimStart('/');
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(address);
            await answer.Content.ReadAsByteArrayAsync();
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }

        Machine.Print(name, times);
    }
}
