using System.CommandLine;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;

namespace Portal.Commands;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommands
{
    public static Command MakeBackup(CommandHost host)
    {
        var name = new Argument<string?>("NAME") { Description = "Name of the tenant.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All tenants, and the platform's own data with its keys." };
        var output = new Option<string>("--output") { Description = "Folder that the files are written to.", Required = true };
        var command = new Command("backup", "Writes tenants to files, while their sites go on.") { name, all, output };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(all) == parsed.GetValue(name) is not null) parsed.AddError("Give the name of a tenant, or --all.");
        });
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var folder = parsed.GetRequiredValue(output);
            return parsed.GetValue(name) is { } one
                ? await BackUpAsync(host, services, [await CommandHost.FindAsync(services, one, cancellationToken)], folder, cancellationToken)
                : await BackUpAllAsync(host, services, folder, cancellationToken);
        }, cancellationToken));
        return command;
    }

    public static Command MakeRestore(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The backup." };
        var name = new Option<string?>("--as") { Description = "Name of the tenant; the one it was made of when left out." };
        var prefix = new Option<string?>("--prefix") { Description = "Prefix of a new tenant." };
        var hostName = new Option<string?>("--host") { Description = "Host name of a new tenant." };
        var yes = new Option<bool>("--yes") { Description = "Puts it over a tenant that is there, without asking. That one is backed up first." };
        var command = new Command("restore", "Reads a backup into a new tenant, or over one that is there.") { file, name, prefix, hostName, yes };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var restore = new Restore
            {
                File = parsed.GetRequiredValue(file),
                Name = parsed.GetValue(name),
                Prefix = parsed.GetValue(prefix),
                Host = parsed.GetValue(hostName),
                Overwrite = parsed.GetValue(yes),
            };
            var tenant = await RestoreAsync(host, services.GetRequiredService<IBackups>(), restore, cancellationToken);
            await host.Output.WriteLineAsync(tenant is null ? "The keys of the platform are restored." : $"The tenant '{tenant.Name}' is restored.");
            return [];
        }, cancellationToken));
        return command;
    }

    /// <summary>Restores; before anything is lost, whoever sits at the terminal is asked.</summary>
    private static async Task<Tenant?> RestoreAsync(CommandHost host, IBackups backups, Restore restore, CancellationToken cancellationToken)
    {
        try
        {
            return await backups.RestoreAsync(restore, cancellationToken);
        }
        catch (TenantIsThereException there)
        {
            if (!await host.ConfirmAsync($"There is a tenant '{there.Name}' already. The backup takes the place of all it holds.", cancellationToken)) throw;
            return await backups.RestoreAsync(restore with { Overwrite = true }, cancellationToken);
        }
    }

    private static async Task<IEnumerable<string>> BackUpAllAsync(CommandHost host, IServiceProvider services, string folder, CancellationToken cancellationToken)
    {
        var problems = await BackUpAsync(host, services, await services.GetRequiredService<ITenants>().ListAsync(cancellationToken), folder, cancellationToken);
        await host.Output.WriteLineAsync(await services.GetRequiredService<IBackups>().BackUpPlatformAsync(folder, cancellationToken));
        return problems;
    }

    /// <summary>Backs tenants up, one after the other. One that cannot be is told, and the others are backed up all the same.</summary>
    private static async Task<List<string>> BackUpAsync(CommandHost host, IServiceProvider services, IReadOnlyList<Tenant> tenants, string folder, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var tenant in tenants)
        {
            try
            {
                await host.Output.WriteLineAsync(await services.GetRequiredService<IBackups>().BackUpAsync(tenant, folder, cancellationToken));
            }
            catch (Exception problem) when (problem is TenantException or System.Data.Common.DbException)
            {
                problems.Add($"The tenant '{tenant.Name}' is not backed up. {problem.Message}");
            }
        }

        return problems;
    }
}
