using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Xunit;

namespace TestSupport;

/// <summary>A message as the mail server took it.</summary>
/// <param name="From">Sender of the envelope.</param>
/// <param name="To">Recipients of the envelope.</param>
/// <param name="User">Who signed in to the server, or null.</param>
/// <param name="Message">Headers and body, a character for each byte.</param>
public sealed record TakenMail(string From, IReadOnlyList<string> To, string? User, string Message);

/// <summary>A real mail server of the test's own, in a process of its own. Needs Node; its packages are installed at first use.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly SemaphoreSlim installing = new(1);
    private readonly Process process;
    private readonly Channel<TakenMail> taken = Channel.CreateUnbounded<TakenMail>();

    private MailServer(Process process, int port)
    {
        this.process = process;
        Port = port;
        _ = ReadAsync();
    }

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="putOff">How many messages it answers with "try again later" before it takes any.</param>
    /// <param name="user">User who has to sign in with <paramref name="password"/>; null for none.</param>
    public static async Task<MailServer> StartAsync(int putOff = 0, string? user = null, string? password = null)
    {
        var folder = await InstallAsync();
        string[] arguments = ["smtp.mjs", putOff.ToString(CultureInfo.InvariantCulture), .. user is null ? Array.Empty<string>() : [user, password!]];
        var started = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new MailServer(started, int.Parse((await started.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    /// <summary>The next message it takes; gives up after 20 seconds.</summary>
    public async Task<TakenMail> NextAsync() => await taken.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);

    /// <summary>How many it has taken that nobody has asked for yet.</summary>
    public int Waiting => taken.Reader.Count;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<string> InstallAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Portal.sln"))) root = root.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        var folder = Path.Combine(root.FullName, "tests", "TestSupport", "node");
        await installing.WaitAsync();
        try
        {
            if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")))
            {
                using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
                await npm.WaitForExitAsync();
                Skip.If(npm.ExitCode != 0, "The packages of the mail server could not be installed.");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "Node is not installed.");
        }
        finally
        {
            installing.Release();
        }

        return folder;
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            taken.Writer.TryWrite(JsonSerializer.Deserialize<TakenMail>(line, JsonSerializerOptions.Web)!);
    }
}
