using Microsoft.EntityFrameworkCore;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;

namespace Portal.Commands;

/// <summary>Gives commands the program's services without starting its web server or its jobs.</summary>
internal sealed class CommandHost(string[] settings, Terminal terminal)
{
    /// <summary>Where a command says what it did.</summary>
    public TextWriter Output => terminal.Output;

    /// <summary>Asks before something is lost; no where nobody can answer.</summary>
    public Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken) => terminal.ConfirmAsync(question, cancellationToken);

    /// <summary>Runs the sites until the program is stopped.</summary>
    public async Task<int> ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var app = PortalApplication.Build(settings);
            await TenancyHosting.PrepareAsync(app.Services, cancellationToken);
            await app.RunAsync(cancellationToken);
            return 0;
        }
        catch (Exception problem) when (IsForPeople(problem))
        {
            return Fail(problem);
        }
    }

    /// <summary>Runs a command that needs the tenants.</summary>
    /// <param name="work">Returns what went wrong, in sentences; nothing when all of it worked.</param>
    /// <param name="furtherSettings">Settings that stand above those of the command line.</param>
    public async Task<int> RunAsync(Func<IServiceProvider, Task<IEnumerable<string>>> work, CancellationToken cancellationToken, params string[] furtherSettings)
    {
        try
        {
            // What a command says is on standard output, for scripts to read; what the program logs is not. A failed query reaches its reader as one sentence below.
            await using var app = PortalApplication.Build([.. settings, "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None", "--Logging:Console:LogToStandardErrorThreshold=Trace", .. furtherSettings]);
            await TenancyHosting.MigrateAsync(app.Services, cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            var problems = (await work(scope.ServiceProvider)).ToList();
            foreach (var problem in problems) await terminal.Errors.WriteLineAsync(problem);
            return problems.Count == 0 ? 0 : 1;
        }
        catch (Exception problem) when (IsForPeople(problem))
        {
            return Fail(problem);
        }
    }

    /// <summary>Runs a command inside one tenant.</summary>
    public Task<int> RunInTenantAsync(string name, Func<IServiceProvider, Task<IEnumerable<string>>> work, CancellationToken cancellationToken)
        => RunAsync(async services => await services.GetRequiredService<ITenantScopes>().RunAsync(await FindAsync(services, name, cancellationToken), work, cancellationToken), cancellationToken);

    /// <summary>The tenant of that name.</summary>
    /// <exception cref="TenantException">There is none.</exception>
    public static async Task<Tenant> FindAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
        => await services.GetRequiredService<ITenants>().FindAsync(name, cancellationToken) ?? throw new TenantException($"There is no tenant '{name}'.");

    /// <summary>True for what the world around the program can be the cause of; anything else is a fault of the program and shows where it happened.</summary>
    private static bool IsForPeople(Exception problem)
        => problem is TenantException or InvalidOperationException or IOException or UnauthorizedAccessException or System.Data.Common.DbException or DbUpdateException
            or InvalidDataException or FormatException or System.Net.Sockets.SocketException;

    private int Fail(Exception problem)
    {
        // A failed save says nothing itself; what the database said stands inside.
        terminal.Errors.WriteLine(problem is DbUpdateException ? problem.GetBaseException().Message : problem.Message);
        return 1;
    }
}
