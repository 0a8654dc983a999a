using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Services.Duplicates;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>How long the nightly look for groups with two pages takes among 100,000 listings, and the next one, which finds nothing new.</summary>
internal static class DuplicatesBenchmark
{
    private const int Listings = 100_000;

    public static async Task RunAsync(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        await FilledDirectory.FillAsync(site, Listings);
        foreach (var name in new[] { "first night", "next night" })
        {
            var watch = Stopwatch.StartNew();
            var found = await site.RunAsync(services => services.GetRequiredService<DuplicateFinder>().FindAsync(default));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} {watch.Elapsed.TotalSeconds,6:f1} s, {found} pairs, {Machine.Memory().Resident / 1_000_000} MB resident afterwards"));
        }
    }
}
