using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Platform.Data;

namespace TestSupport;

/// <summary>The program in a process of its own, to be killed in the middle of its work.</summary>
public sealed class PortalProcess : IDisposable
{
    private readonly Process process;

    private PortalProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="settings">As on the command line.</param>
    public static async Task<PortalProcess> StartAsync(DatabaseKind kind, IEnumerable<string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        List<string> arguments = [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "--urls", address.ToString(), "--Portal:Samples", "false", "--Logging:LogLevel:Default", "Warning", .. settings];
        if (kind == DatabaseKind.Postgres) arguments.AddRange(["--Portal:Database", "postgres"]);
        var running = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Path.GetTempPath(), UseShellExecute = false, RedirectStandardOutput = true })!;
        running.OutputDataReceived += (_, _) => { };
        running.BeginOutputReadLine();
        var started = new PortalProcess(running, address);
        using var client = new HttpClient { BaseAddress = address };
        await Wait.UntilAsync(async () =>
        {
            if (running.HasExited) throw new InvalidOperationException("The program ended by itself.");
            try
            {
                using var answer = await client.GetAsync("/health/live");
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return started;
    }

    /// <summary>Kills it: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
