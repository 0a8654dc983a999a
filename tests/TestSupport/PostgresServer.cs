using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TestSupport;

/// <summary>
/// A PostgreSQL server of the tests' own, started once per test run on a free port, in a folder that is thrown away. Tests on
/// PostgreSQL are reported as skipped where it is not installed.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string?> programs = new(FindPrograms);
    private static readonly Lazy<string> started = new(Start);

    /// <summary>True when PostgreSQL is installed.</summary>
    public static bool IsInstalled => programs.Value is not null;

    /// <summary>Connection string of the server's own database.</summary>
    public static string ConnectionString => started.Value;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var name = "t" + Guid.NewGuid().ToString("n");
        await using var connection = new Npgsql.NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0";
        await command.ExecuteNonQueryAsync();
        return ConnectionString.Replace("Database=postgres", "Database=" + name, StringComparison.Ordinal);
    }

    private static string? FindPrograms()
    {
        var versions = "/usr/lib/postgresql";
        if (!System.IO.Directory.Exists(versions)) return null;
        return System.IO.Directory.GetDirectories(versions)
            .Select(folder => Path.Combine(folder, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .OrderDescending(StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static string Start()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        var port = FreePort();
        // PostgreSQL refuses to run as root; its package brings a user for it.
        var asRoot = string.Equals(Environment.UserName, "root", StringComparison.Ordinal);
        if (asRoot) Run("chown", ["postgres", folder]);
        RunProgram(asRoot, "initdb", ["-D", data, "-U", "portal", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        RunProgram(asRoot, "pg_ctl", ["-D", data, "-l", Path.Combine(folder, "log"), "-w", "-o",
            $"-p {port.ToString(CultureInfo.InvariantCulture)} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200", "start"]);
        StopAfterUs(asRoot, data, folder);
        return $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Username=portal;Database=postgres;Maximum Pool Size=40";
    }

    /// <summary>Leaves somebody behind who stops the server and throws its folder away when this process is gone: test hosts are ended before they could.</summary>
    private static void StopAfterUs(bool asRoot, string data, string folder)
    {
        const string wait = """(exec >/dev/null 2>&1; while kill -0 "$1"; do sleep 1; done; folder=$2; shift 2; "$@"; rm -rf "$folder") &""";
        string[] stop = [Path.Combine(programs.Value!, "pg_ctl"), "-D", data, "-m", "immediate", "stop"];
        if (asRoot) stop = ["runuser", "-u", "postgres", "--", .. stop];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", wait, "sh", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), folder, .. stop]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RunProgram(bool asRoot, string program, string[] arguments)
    {
        var path = Path.Combine(programs.Value!, program);
        if (asRoot) Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private static void Run(string program, string[] arguments)
    {
        // Not piped: the server inherits the pipes and would hold them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
    }
}
