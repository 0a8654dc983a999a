using System.Globalization;
using TestSupport;

namespace Benchmarks;

/// <summary>Reads 100,000 broken spreadsheets, as many broken feeds and as many broken calendars; the tests read a few thousand of each.</summary>
internal static class FuzzRun
{
    private const int Cases = 100_000;

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

        return problems == 0 ? 0 : 1;
    }
}
