using System.Globalization;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>Reads 100,000 broken spreadsheets, as many broken feeds and as many broken calendars, and asks for 20,000 broken addresses; the tests take a few thousand of each, and a few hundred addresses.</summary>
internal static class FuzzRun
{
    private const int Cases = 100_000, Addresses = 20_000;

    public static async Task<int> ImportsAsync()
    {
        var problems = 0;
        foreach (var (name, read) in new (string, Func<int, Task<string?>>)[] { ("spreadsheets", ImportFuzz.SheetAsync), ("feeds", ImportFuzz.FeedAsync), ("calendars", ImportFuzz.CalendarAsync) })
        {
            for (var seed = 0; seed < Cases; seed++)
            {
                string? problem;
                try
                {
                    problem = await read(seed);
                }
                catch (Exception error)
                {
                    problem = $"seed {seed.ToString(CultureInfo.InvariantCulture)}: {error.Message}";
                }

                if (problem is null) continue;
                problems++;
                Console.WriteLine($"  {name}: {problem}");
            }

            Console.WriteLine($"{Cases.ToString(CultureInfo.InvariantCulture)} {name} read");
        }

        return problems + await AddressesAsync() == 0 ? 0 : 1;
    }

    private static async Task<int> AddressesAsync()
    {
        await using var host = await PortalHost.StartAsync(DatabaseKind.Sqlite, "--Logging:LogLevel:Default", "None");
        var site = await SampleSite.CreateAsync(host, copies: 1);
        var problems = 0;
        for (var seed = 0; seed < Addresses; seed++)
        {
            using var answer = await site.Visitor.Client.GetAsync(AddressFuzz.Make(seed).TrimStart('/'));
            if ((int)answer.StatusCode < 500) continue;
            problems++;
            Console.WriteLine($"  {(int)answer.StatusCode}: {AddressFuzz.Make(seed)}");
        }

        Console.WriteLine($"{Addresses.ToString(CultureInfo.InvariantCulture)} addresses asked for");
        return problems;
    }
}
