using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.OpenReferral.Contracts;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>How long an import of 100,000 services takes from the file to the directory, and how much memory the program holds at most; then the same file again.</summary>
internal static class ImportBenchmark
{
    private const int Organisations = 5_000, Locations = 10_000;

    public static async Task RunAsync(DatabaseKind kind, int services)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        var file = Path.Combine(host.DataFolder, "services.json");
        await WriteAsync(file, services);
        Console.WriteLine($"{kind}, {services.ToString(CultureInfo.InvariantCulture)} services, {(new FileInfo(file).Length / 1_000_000).ToString(CultureInfo.InvariantCulture)} MB");
        foreach (var name in new[] { "first import", "the same file again" })
        {
            using var stop = new CancellationTokenSource();
            var most = WatchAsync(stop.Token);
            var watch = Stopwatch.StartNew();
            var reading = TimeSpan.Zero;
            var outcome = await site.RunAsync(scope => scope.GetRequiredService<IImports>().RunAsync(
                new ImportRequest { IsSheet = false, From = file, SourceName = "Benchmark" }, new Watched(progress => { if (progress.Applied == 0) reading = watch.Elapsed; }), default));
            watch.Stop();
            await stop.CancelAsync();
            var memory = await most;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-22} {watch.Elapsed.TotalSeconds,6:f1} s (reading {reading.TotalSeconds:f1} s), at most {memory} MB; {outcome.Added} new, {outcome.Unchanged} as before, {outcome.Problems.Count} problems {outcome.Problems.FirstOrDefault()}"));
        }
    }

    private static async Task WriteAsync(string file, int services)
    {
        var words = new GeneratedListings(seed: 20261125);
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await writer.WriteAsync("{\"total_items\":1,\"last_page\":true,\"contents\":[");
        for (var i = 0; i < services; i++)
        {
            var item = words.Next(i);
            var text = item.Texts[0];
            var (organisation, location) = (i % Organisations, i % Locations);
            await writer.WriteAsync((i == 0 ? "" : ",") + System.Text.Json.JsonSerializer.Serialize(new
            {
                id = $"service-{i.ToString(CultureInfo.InvariantCulture)}",
                name = text.Title,
                description = text.Body[..Math.Min(600, text.Body.Length)],
                status = "active",
                assured_date = "2026-05-01",
                organization = new { id = $"organisation-{organisation.ToString(CultureInfo.InvariantCulture)}", name = $"Organisation {organisation.ToString(CultureInfo.InvariantCulture)}" },
                schedules = new[] { new { freq = "WEEKLY", byday = "TU", opens_at = "10:00:00", closes_at = "12:00:00" } },
                contacts = new[] { new { name = "Amina", phones = new[] { new { number = "01632 960123" } } } },
                cost_options = new[] { new { amount = 2.5 } },
                service_at_locations = new[]
                {
                    new
                    {
                        location = new
                        {
                            id = $"location-{location.ToString(CultureInfo.InvariantCulture)}", name = $"Hall {location.ToString(CultureInfo.InvariantCulture)}", latitude = 53.8 + (location % 100 / 1000d), longitude = -1.7 - (location / 100 / 1000d),
                            addresses = new[] { new { address_1 = "1 High Street", city = "Shipley", postal_code = "BD18 3QH" } },
                        },
                    },
                },
            }));
        }

        await writer.WriteAsync("]}");
    }

    private static async Task<long> WatchAsync(CancellationToken stop)
    {
        var most = 0L;
        while (!stop.IsCancellationRequested)
        {
            using var self = Process.GetCurrentProcess();
            most = Math.Max(most, self.WorkingSet64);
            await Task.Delay(250, CancellationToken.None);
        }

        return most / 1_000_000;
    }

    private sealed class Watched(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
