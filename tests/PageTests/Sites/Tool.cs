using System.Diagnostics;
using Portal.Commands;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Sites;

/// <summary>What a command said, and the number it ended with.</summary>
internal sealed record Said(int ExitCode, string Output, string Errors);

/// <summary>The program's command line, on data of the test's own.</summary>
internal sealed class Tool : IAsyncDisposable
{
    private readonly IReadOnlyList<string> settings;

    private Tool(string folder, IReadOnlyList<string> settings) => (Folder, this.settings) = (folder, settings);

    /// <summary>A folder for files of the test. The data is in another one inside it.</summary>
    public string Folder { get; }

    /// <summary>The program's data folder.</summary>
    public string DataFolder => Path.Combine(Folder, "data");

    public static async Task<Tool> CreateAsync(DatabaseKind kind)
    {
        Skip.If(kind == DatabaseKind.Postgres && !PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-tool-").FullName;
        List<string> own = ["--Portal:Data", Path.Combine(folder, "data"), "--environment", "Development"];
        if (kind == DatabaseKind.Postgres) own.AddRange(["--Portal:Database", "postgres", "--ConnectionStrings:Portal", await PostgresServer.CreateDatabaseAsync()]);
        return new Tool(folder, own);
    }

    /// <summary>A file in the test's folder.</summary>
    public string FileOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs a command as a script does: nobody sits at the terminal.</summary>
    public Task<Said> RunAsync(params string[] words) => RunAsync(null, words);

    /// <summary>Runs a command with somebody at the terminal, who types something.</summary>
    public async Task<Said> TypeAsync(string typed, params string[] words) => await RunAsync(new StringReader(typed + "\n"), words);

    /// <summary>Runs a command that has to work.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> DoAsync(params string[] words)
    {
        var said = await RunAsync(words);
        said.ShouldSatisfyAllConditions(() => said.Errors.ShouldBe(""), () => said.ExitCode.ShouldBe(0, string.Join(' ', words)));
        return said.Output;
    }

    /// <summary>Runs a command that has to fail, in one line.</summary>
    /// <returns>The line.</returns>
    public async Task<string> FailAsync(params string[] words)
    {
        var said = await RunAsync(words);
        said.ExitCode.ShouldBe(1, string.Join(' ', words));
        return said.Errors.TrimEnd().Split('\n').ShouldHaveSingleItem(string.Join(' ', words)).Trim();
    }

    /// <summary>Runs a command in a process of its own, with nobody at its terminal.</summary>
    public async Task<Said> StartAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), .. words, .. settings])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return new Said(program.ExitCode, await output, await errors);
    }

    /// <summary>Starts the sites on the same data.</summary>
    public Task<PortalHost> ServeAsync(DatabaseKind kind) => PortalHost.StartAsync(kind, [.. settings]);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<Said> RunAsync(TextReader? answers, string[] words)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync([.. words, .. settings], new Terminal(output, errors, answers)).WaitAsync(TimeSpan.FromMinutes(2));
        return new Said(code, output.ToString(), errors.ToString());
    }
}
