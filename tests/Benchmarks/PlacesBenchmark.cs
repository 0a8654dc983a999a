using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>How long the import of a file takes that is made like the ONS Postcode Directory, with as many rows and columns, and how much memory; then the same file again.</summary>
internal static class PlacesBenchmark
{
    /// <summary>Columns of the directory beside those that are read.</summary>
    private const int OtherColumns = 45;

    private const int MostInOneOutcode = 1_000;

    public static async Task RunAsync(DatabaseKind kind, int postcodes)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        var file = Path.Combine(host.DataFolder, "postcodes.csv");
        await WriteAsync(file, postcodes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}, {postcodes} postcodes, {new FileInfo(file).Length / 1_000_000} MB"));
        foreach (var name in new[] { "first import", "the same file again" })
        {
            var watch = Stopwatch.StartNew();
            var outcome = await site.RunAsync(services => services.GetRequiredService<IPlacesImport>().RunAsync(new PlacesRequest { File = file }, null, default));
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-22} {watch.Elapsed.TotalSeconds,6:f1} s, at most {self.PeakWorkingSet64 / 1_000_000} MB; {string.Join(' ', outcome.Notes)} {outcome.Problems.Count} problems"));
        }
    }

    private static async Task WriteAsync(string file, int postcodes)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20);
        var others = string.Concat(Enumerable.Range(0, OtherColumns).Select(column => ",\"E0" + (1000000 + column).ToString(CultureInfo.InvariantCulture) + "\""));
        await writer.WriteLineAsync("pcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,lat,long" + string.Concat(Enumerable.Range(0, OtherColumns).Select(column => string.Create(CultureInfo.InvariantCulture, $",column{column}"))));
        for (var i = 0; i < postcodes; i++)
        {
            var (outcode, incode) = (OutcodeOf(i / MostInOneOutcode), IncodeOf(i % MostInOneOutcode));
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"\"{outcode}{incode}\",\"{outcode} {incode}\",\"{outcode} {incode}\",\"198001\",\"{(i % 3 == 0 ? "202001" : "")}\",385000,440000,{50 + (i % 100_000 / 20_000.0):f6},{-5 + (i % 70_001 / 14_000.0):f6}{others}"));
        }
    }

    private static string OutcodeOf(int number)
        => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (number / 260 % 26))}{(char)('A' + (number / 10 % 26))}{number % 10}{(number / 6760 > 0 ? ((char)('A' + (number / 6760))).ToString() : "")}");

    private static string IncodeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 676 % 10}{(char)('A' + (number / 26 % 26))}{(char)('A' + (number % 26))}");
}
