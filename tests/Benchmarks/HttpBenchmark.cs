using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>Requests per second of public pages, beside a bare Kestrel endpoint in the same process that returns the same bytes. The load comes from wrk, to 127.0.0.1 only.</summary>
internal static partial class HttpBenchmark
{
    private const int Rounds = 3, Seconds = 5, Copies = 160;

    /// <summary>Long enough for all that is used often to be compiled with optimisations; on two processors shared with the load that takes its time.</summary>
    private const int WarmUp = 30;

    public static async Task RunAsync(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None", "--environment", "Production");
        var site = await SampleSite.CreateAsync(host, Copies);
        await CompareAsync(site, "page of a group, kept", "groups/shipley-singers", 0.30, anew: false);
        await CompareAsync(site, "search page, made anew", "groups?q=walk&near=BD18&within=10", 0.03, anew: true);
        await CompareAsync(site, "page of a group, made anew", "groups/shipley-singers", null, anew: true);
    }

    private static async Task CompareAsync(TestSite site, string name, string path, double? target, bool anew)
    {
        var page = new Uri(site.Host.Address, $"{site.Tenant.PathPrefix}/{path}");
        using var client = new HttpClient();
        var bytes = await client.GetByteArrayAsync(page);
        await using var bare = Bare(bytes);
        await bare.StartAsync();
        var bareAddress = new Uri(bare.Urls.First());
        var script = Path.Combine(site.Host.DataFolder, "anew.lua");
        // Every request asks for an address that nobody asked for before, in this round or an earlier one, so none is answered from what is kept. Lua writes 14 digits of a number, no more.
        await File.WriteAllTextAsync(script, $"local n = os.time() % 1000000 * 100000 request = function() n = n + 1 return wrk.format('GET', '{page.PathAndQuery}{(page.Query.Length > 0 ? "&" : "?")}n=' .. n) end");
        await WrkAsync(page, anew ? script : null, WarmUp);
        await WrkAsync(bareAddress, null, Seconds);

        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (portal, plain) = (await WrkAsync(page, anew ? script : null, Seconds), await WrkAsync(bareAddress, null, Seconds));
            ratios.Add(portal / plain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} {portal,8:f0} a second, bare {plain,8:f0}, {portal / plain,6:p1}, load {Machine.Load}"));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} {bytes.Length} bytes, median {ratios[Rounds / 2]:p1}{(target is null ? "" : string.Create(CultureInfo.InvariantCulture, $", target {target:p0}"))}"));
    }

    private static WebApplication Bare(byte[] bytes)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        });
        return app;
    }

    /// <summary>Requests per second; answers other than 200 are an error.</summary>
    private static async Task<double> WrkAsync(Uri address, string? script, int seconds)
    {
        List<string> arguments = ["-t1", "-c8", $"-d{seconds.ToString(CultureInfo.InvariantCulture)}s", .. script is null ? [] : new[] { "-s", script }, address.ToString()];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new InvalidOperationException("wrk is not installed (Debian: apt-get install wrk).");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal)) throw new InvalidOperationException(output);
        return double.Parse(PerSecond().Match(output).Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerSecond();
}
