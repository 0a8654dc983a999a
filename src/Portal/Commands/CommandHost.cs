using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;

namespace Portal.Commands;

/// <summary>Gives commands the program's services without starting its web server or its jobs.</summary>
internal sealed class CommandHost(string[] settings, TextWriter output, TextWriter errors)
{
    /// <summary>Where a command says what it did.</summary>
    public TextWriter Output => output;

    /// <summary>Runs the sites until the program is stopped.</summary>
    public async Task<int> ServeAsync(CancellationToken cancellationToken)
    {
        await using var app = PortalApplication.Build(settings);
        try
        {
            await TenancyHosting.PrepareAsync(app.Services, cancellationToken);
        }
        catch (TenantException problem)
        {
            return Fail(problem.Message);
        }

        await app.RunAsync(cancellationToken);
        return 0;
    }

    /// <summary>Runs a command that needs the tenants.</summary>
    /// <param name="work">Returns what went wrong, in sentences; nothing when all of it worked.</param>
    /// <param name="furtherSettings">Settings that stand above those of the command line.</param>
    public async Task<int> RunAsync(Func<IServiceProvider, Task<IEnumerable<string>>> work, CancellationToken cancellationToken, params string[] furtherSettings)
    {
        try
        {
            await using var app = PortalApplication.Build([.. settings, "--Logging:LogLevel:Default=Warning", .. furtherSettings]);
            await TenancyHosting.MigrateAsync(app.Services, cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            var problems = (await work(scope.ServiceProvider)).ToList();
            foreach (var problem in problems) await errors.WriteLineAsync(problem);
            return problems.Count == 0 ? 0 : 1;
        }
        catch (Exception problem) when (problem is TenantException or InvalidOperationException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return Fail(problem.Message);
        }
    }

    /// <summary>Runs a command inside one tenant.</summary>
    public Task<int> RunInTenantAsync(string name, Func<IServiceProvider, Task<IEnumerable<string>>> work, CancellationToken cancellationToken)
        => RunAsync(async services => await services.GetRequiredService<ITenantScopes>().RunAsync(await FindAsync(services, name, cancellationToken), work, cancellationToken), cancellationToken);

    /// <summary>The tenant of that name.</summary>
    /// <exception cref="TenantException">There is none.</exception>
    public static async Task<Tenant> FindAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
        => await services.GetRequiredService<ITenants>().FindAsync(name, cancellationToken) ?? throw new TenantException($"There is no tenant '{name}'.");

    private int Fail(string message)
    {
        errors.WriteLine(message);
        return 1;
    }
}
