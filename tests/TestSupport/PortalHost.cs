using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Portal;
using Portal.Platform.Data;
using Portal.Tenancy.Contracts;
using Xunit;

namespace TestSupport;

/// <summary>The real program on a real port with real databases, started in the test's process.</summary>
public sealed class PortalHost : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<PortalHost>>> shared = new();
    private readonly WebApplication app;
    private readonly string[] arguments;

    private PortalHost(WebApplication app, DatabaseKind kind, string folder, string[] args)
    {
        this.app = app;
        arguments = args;
        Kind = kind;
        DataFolder = folder;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Kind of database it runs on.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Its data folder, thrown away at the end.</summary>
    public string DataFolder { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The host that all tests of an assembly share; each test has a tenant of its own on it.</summary>
    public static Task<PortalHost> SharedAsync(DatabaseKind kind)
    {
        Skip.If(kind == DatabaseKind.Postgres && !PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        return shared.GetOrAdd(kind, database => new Lazy<Task<PortalHost>>(() => StartAsync(database))).Value;
    }

    /// <summary>Starts a host.</summary>
    /// <param name="settings">Further settings as on the command line, for example <c>--Portal:Samples=true</c>.</param>
    public static async Task<PortalHost> StartAsync(DatabaseKind kind, params string[] settings)
    {
        Skip.If(kind == DatabaseKind.Postgres && !PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-test-").FullName;
        List<string> args = ["--urls", "http://127.0.0.1:0", "--Portal:Data", folder, "--Portal:Samples", "false", "--environment", "Development", "--Logging:LogLevel:Default", "Warning", "--Portal:OpenData:RequestsPerMinute", "100000"];
        if (kind == DatabaseKind.Postgres) args.AddRange(["--Portal:Database", "postgres", "--ConnectionStrings:Portal", await PostgresServer.CreateDatabaseAsync()]);
        args.AddRange(settings);
        return await RunAsync(kind, folder, [.. args]);
    }

    /// <summary>Starts the program once more on the same database, as on another machine; to be stopped before this one.</summary>
    public Task<PortalHost> StartAnotherAsync() => RunAsync(Kind, System.IO.Directory.CreateTempSubdirectory("portal-test-").FullName, arguments);

    private static async Task<PortalHost> RunAsync(DatabaseKind kind, string folder, string[] args)
    {
        var program = PortalApplication.Build(args);
        await TenancyHosting.PrepareAsync(program.Services, CancellationToken.None);
        await program.StartAsync();
        return new PortalHost(program, kind, folder, args);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(DataFolder, recursive: true);
    }
}
