using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;

namespace Portal.Commands;

/// <summary><c>check</c>: looks over the data of all tenants.</summary>
internal static class CheckCommand
{
    public static Command Make(CommandHost host)
    {
        var command = new Command("check", "Looks over all tenants: is each database sound, has nobody touched the audit trail.");
        command.SetAction((_, cancellationToken) => host.RunAsync(async services =>
        {
            var problems = new List<string>();
            foreach (var tenant in await services.GetRequiredService<ITenants>().ListAsync(cancellationToken))
            {
                var found = await FindProblemsAsync(services, tenant, cancellationToken);
                problems.AddRange(found.Select(problem => $"{tenant.Name}: {problem}"));
                if (found.Count == 0) await host.Output.WriteLineAsync($"{tenant.Name}: all right.");
            }

            return problems;
        }, cancellationToken));
        return command;
    }

    private static async Task<List<string>> FindProblemsAsync(IServiceProvider services, Tenant tenant, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        try
        {
            await services.GetRequiredService<IBackups>().CheckDatabaseAsync(tenant, cancellationToken);
            await services.GetRequiredService<ITenantScopes>().RunAsync(tenant, async scope =>
            {
                if (await scope.GetRequiredService<AuditLog>().FindBreakAsync(cancellationToken) is { } number)
                    problems.Add($"The audit trail is broken at entry {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}: it was altered, or one before it was removed.");
            }, cancellationToken);
        }
        catch (Exception problem) when (problem is TenantException or System.Data.Common.DbException or DbUpdateException)
        {
            problems.Add(problem.Message);
        }

        return problems;
    }
}
