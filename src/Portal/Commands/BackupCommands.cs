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
            var backups = services.GetRequiredService<IBackups>();
            var folder = parsed.GetRequiredValue(output);
            var tenants = parsed.GetValue(name) is { } one
                ? [await CommandHost.FindAsync(services, one, cancellationToken)]
                : await services.GetRequiredService<ITenants>().ListAsync(cancellationToken);
            foreach (var tenant in tenants) await host.Output.WriteLineAsync(await backups.BackUpAsync(tenant, folder, cancellationToken));
            if (parsed.GetValue(all)) await host.Output.WriteLineAsync(await backups.BackUpPlatformAsync(folder, cancellationToken));
            return [];
        }, cancellationToken));
        return command;
    }

    public static Command MakeRestore(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The backup." };
        var name = new Option<string?>("--as") { Description = "Name of the tenant; the one it was made of when left out." };
        var prefix = new Option<string?>("--prefix") { Description = "Prefix of a new tenant." };
        var hostName = new Option<string?>("--host") { Description = "Host name of a new tenant." };
        var yes = new Option<bool>("--yes") { Description = "Puts it over a tenant that is there. That one is backed up first." };
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
            var tenant = await services.GetRequiredService<IBackups>().RestoreAsync(restore, cancellationToken);
            await host.Output.WriteLineAsync(tenant is null ? "The keys of the platform are restored." : $"The tenant '{tenant.Name}' is restored.");
            return [];
        }, cancellationToken));
        return command;
    }
}
