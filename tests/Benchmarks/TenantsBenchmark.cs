using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;
using TestSupport;

namespace Benchmarks;

/// <summary>Many tenants in one process, each asked for its pages once: what memory each takes afterwards.</summary>
internal static class TenantsBenchmark
{
    private const double Target = 0.5;
    private static readonly string[] pages = ["", "groups", "learn"];

    public static async Task RunAsync(DatabaseKind kind, int number)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None", "--environment", "Production");
        var recipe = Path.Combine(AppContext.BaseDirectory, "content-recipes", "platform", "new-place.recipe.json");
        var start = Stopwatch.GetTimestamp();
        for (var tenant = 0; tenant < number; tenant++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var name = NameOf(tenant);
            var faults = await scope.ServiceProvider.GetRequiredService<ITenantAdministration>().AddAsync(new NewTenant { Name = name, Prefix = name, Recipe = recipe, SiteName = name }, default);
            if (faults.Count > 0) throw new InvalidOperationException(faults[0].Message);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {number} tenants added in {Stopwatch.GetElapsedTime(start).TotalSeconds:f0} s"));

        // The program starts again, so that nothing is kept of adding them.
        await using var again = await host.StartAnotherAsync();
        using var client = new HttpClient { BaseAddress = again.Address };
        await AskAsync(client, 0);
        var before = Machine.Memory();
        start = Stopwatch.GetTimestamp();
        for (var tenant = 1; tenant < number; tenant++) await AskAsync(client, tenant);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var after = Machine.Memory();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  each after {pages.Length} requests ({elapsed.TotalMilliseconds / (number - 1):f0} ms): managed {(after.Managed - before.Managed) / 1e6 / (number - 1):f3} MB, resident {(after.Resident - before.Resident) / 1e6 / (number - 1):f3} MB; target {Target} MB"));
    }

    private static string NameOf(int tenant) => "place-" + tenant.ToString("d3", CultureInfo.InvariantCulture);

    private static async Task AskAsync(HttpClient client, int tenant)
    {
        foreach (var page in pages)
        {
            using var answer = await client.GetAsync($"/{NameOf(tenant)}/{page}");
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} answers {answer.StatusCode}.");
        }
    }
}
