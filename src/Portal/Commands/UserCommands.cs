using System.CommandLine;
using Portal.Accounts.Contracts;

namespace Portal.Commands;

/// <summary><c>user add|sign-in-link</c>.</summary>
internal static class UserCommands
{
    public static Command Make(CommandHost host) => new("user", "Adds users and lets them in.") { Add(host), SignInLink(host) };

    private static Option<string> Tenant { get; } = new("--tenant") { Description = "Tenant the user belongs to.", Required = true };

    private static Option<string> Email { get; } = new("--email") { Description = "E-mail address of the user.", Required = true };

    private static Option<string?> Role { get; } = new("--role") { Description = "Role the user gets when there is no such user yet." };

    private static Command Add(CommandHost host)
    {
        var name = new Option<string?>("--name") { Description = "Name to show." };
        var language = new Option<string?>("--language") { Description = "Language of e-mails." };
        var command = new Command("add", "Adds a user.") { Tenant, Email, Role, name, language };
        command.SetAction((parsed, cancellationToken) => host.RunInTenantAsync(parsed.GetRequiredValue(Tenant), async services =>
        {
            var users = services.GetRequiredService<IUsers>();
            if (await users.FindByEmailAsync(parsed.GetRequiredValue(Email), cancellationToken) is { } known)
                return [$"There is a user '{known.Email}' in '{parsed.GetRequiredValue(Tenant)}' already; nothing was changed."];
            var user = await users.EnsureAsync(
                new NewUser { Email = parsed.GetRequiredValue(Email), Role = parsed.GetValue(Role), Name = parsed.GetValue(name), Language = parsed.GetValue(language) }, cancellationToken);
            await host.Output.WriteLineAsync($"{user.Name} <{user.Email}> is a user of '{parsed.GetRequiredValue(Tenant)}'.");
            return [];
        }, cancellationToken));
        return command;
    }

    private static Command SignInLink(CommandHost host)
    {
        var command = new Command("sign-in-link", "Prints a link that signs a user in once. With --role the user is made when there is none.") { Tenant, Email, Role };
        command.SetAction((parsed, cancellationToken) => host.RunInTenantAsync(parsed.GetRequiredValue(Tenant), async services =>
        {
            var users = services.GetRequiredService<IUsers>();
            var (email, role) = (parsed.GetRequiredValue(Email), parsed.GetValue(Role));
            var user = role is null ? await users.FindByEmailAsync(email, cancellationToken) : await users.EnsureAsync(new NewUser { Email = email, Role = role }, cancellationToken);
            if (user is null) return [$"There is no user '{email}'. Give --role to make one."];
            await host.Output.WriteLineAsync(await users.CreateSignInLinkAsync(user.Id, "/", cancellationToken));
            return [];
        }, cancellationToken));
        return command;
    }
}
