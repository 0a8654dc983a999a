using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

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
        var folder = await NodePackages.FolderWithAsync("smtp-server");
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

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            taken.Writer.TryWrite(JsonSerializer.Deserialize<TakenMail>(line, JsonSerializerOptions.Web)!);
    }
}
