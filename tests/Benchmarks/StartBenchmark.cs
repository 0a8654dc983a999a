using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Portal.Platform.Data;
using TestSupport;

namespace Benchmarks;

/// <summary>How long the program takes from its start to the first answer, when it has to set up all samples and when they are there.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync(DatabaseKind kind, string program)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-start-").FullName;
        List<string> settings = ["--Portal:Data", folder, "--environment", "Production"];
        if (kind == DatabaseKind.Postgres) settings.AddRange(["--Portal:Database", "postgres", "--ConnectionStrings:Portal", await PostgresServer.CreateDatabaseAsync()]);
        try
        {
            Print("first start, all samples set up", await StartAsync(program, settings), 8);
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++) times.Add(await StartAsync(program, settings));
            times.Sort();
            Print("start with samples in place", times[Rounds / 2], 2);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string name, double seconds, int target)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-32} {seconds:f2} s, target {target} s, load {Machine.Load}"));

    /// <summary>Seconds until the program says that it is ready.</summary>
    private static async Task<double> StartAsync(string program, IEnumerable<string> settings)
    {
        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", address, .. settings]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            while (!await AnswersAsync(client))
            {
                if (process.HasExited) throw new InvalidOperationException(await output);
                await Task.Delay(10);
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
