using System.CommandLine;

namespace Portal.Commands;

/// <summary>The program is also its own tool; <c>serve</c> is what it does when nothing else is asked.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command.</summary>
    /// <returns>0 when all of it worked.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var (words, settings) = SettingArguments.Split(args);
        var parsed = Commands(new CommandHost(settings, terminal)).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            // The last is the nearest to the mistake: after an unknown verb the first says only that there is no verb.
            await terminal.Errors.WriteLineAsync($"{parsed.Errors[^1].Message} For help add --help.");
            return 1;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Errors,
            // Long enough for the web server to answer what it has begun.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        });
    }

    /// <summary>All commands. Settings such as <c>--urls</c> and <c>--Portal:Data</c> go with each of them.</summary>
    private static RootCommand Commands(CommandHost host)
    {
        var serve = new Command("serve", "Runs the sites. This is what happens without any command.");
        serve.SetAction((_, cancellationToken) => host.ServeAsync(cancellationToken));
        var root = new RootCommand("Portal: community directories and social prescribing, many sites in one program.\nSettings can be given too: --urls http://localhost:8080, --Portal:Data FOLDER, --Portal:Database postgres, --ConnectionStrings:Portal TEXT.")
        {
            serve,
            TenantCommands.Make(host),
            RecipeCommands.Make(host),
            UserCommands.Make(host),
            BackupCommands.MakeBackup(host),
            BackupCommands.MakeRestore(host),
            ImportCommands.Make(host),
            CheckCommand.Make(host),
        };
        root.SetAction((_, cancellationToken) => host.ServeAsync(cancellationToken));
        return root;
    }
}
