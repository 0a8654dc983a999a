using System.CommandLine;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Contracts;

namespace Portal.Commands;

/// <summary><c>tenant add|list|suspend|resume|remove</c>.</summary>
internal static class TenantCommands
{
    public static Command Make(CommandHost host) => new("tenant", "Adds, lists, suspends, resumes and removes tenants.")
    {
        Add(host),
        List(host),
        State(host, "suspend", "Lets a site answer that it rests.", TenantState.Suspended),
        State(host, "resume", "Lets a suspended site answer again.", TenantState.Running),
        Remove(host),
    };

    private static Argument<string> Name { get; } = new("NAME") { Description = "Name of the tenant." };

    private static Command Add(CommandHost host)
    {
        var recipe = new Option<string>("--recipe") { Description = "File or name of the recipe that sets it up.", Required = true };
        var prefix = new Option<string?>("--prefix") { Description = "First path segment it answers to; the name where no host is given either." };
        var hostName = new Option<string?>("--host") { Description = "Host name it answers to." };
        var siteName = new Option<string?>("--site-name") { Description = "Name of the site, for recipes that ask for it." };
        var command = new Command("add", "Adds a tenant and sets it up with a recipe.") { Name, recipe, prefix, hostName, siteName };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var name = parsed.GetRequiredValue(Name);
            var wanted = new NewTenant
            {
                Name = name,
                Recipe = FileOf(services, parsed.GetRequiredValue(recipe)),
                Host = parsed.GetValue(hostName),
                Prefix = parsed.GetValue(prefix) ?? (parsed.GetValue(hostName) is null ? name : null),
                SiteName = parsed.GetValue(siteName),
            };
            await host.Output.WriteLineAsync($"Setting up the tenant '{name}' …");
            var faults = await services.GetRequiredService<ITenantAdministration>().AddAsync(wanted, cancellationToken);
            if (faults.Count > 0) return faults.Select(fault => fault.Message).Concat(faults.Any(fault => fault.Field == nameof(wanted.Recipe)) ? ["Nothing of the tenant has been kept."] : []);
            await host.Output.WriteLineAsync($"The tenant '{name}' answers at {AddressOf(services, await CommandHost.FindAsync(services, name, cancellationToken))}.");
            return [];
        }, cancellationToken));
        return command;
    }

    private static Command List(CommandHost host)
    {
        var command = new Command("list", "Lists all tenants with state and address.");
        command.SetAction((_, cancellationToken) => host.RunAsync(async services =>
        {
            foreach (var tenant in await services.GetRequiredService<ITenants>().ListAsync(cancellationToken))
                await host.Output.WriteLineAsync($"{tenant.Name,-40} {tenant.State,-10} {AddressOf(services, tenant)}");
            return [];
        }, cancellationToken));
        return command;
    }

    private static Command State(CommandHost host, string verb, string description, TenantState state)
    {
        var command = new Command(verb, description) { Name };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            await services.GetRequiredService<ITenantAdministration>().SetStateAsync(parsed.GetRequiredValue(Name), state, cancellationToken);
            await host.Output.WriteLineAsync($"The tenant '{parsed.GetRequiredValue(Name)}' is {(state == TenantState.Suspended ? "suspended" : "running")}.");
            return [];
        }, cancellationToken));
        return command;
    }

    private static Command Remove(CommandHost host)
    {
        var yes = new Option<bool>("--yes") { Description = "Says that you mean it; without it you are asked." };
        var command = new Command("remove", "Removes a tenant with all it holds, after a last backup.") { Name, yes };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var name = parsed.GetRequiredValue(Name);
            var tenant = await CommandHost.FindAsync(services, name, cancellationToken);
            if (!tenant.IsDefault && !parsed.GetValue(yes) && !await host.ConfirmAsync($"This removes the tenant '{name}' with all it holds.", cancellationToken))
                return [$"The tenant '{name}' is not removed. Give --yes to say that you mean it."];
            var file = await services.GetRequiredService<ITenantAdministration>().RemoveAsync(name, cancellationToken);
            await host.Output.WriteLineAsync($"The tenant '{name}' is removed. Its last backup is {file}.");
            return [];
        }, cancellationToken));
        return command;
    }

    /// <summary>A recipe given by file, or by name from the library.</summary>
    private static string FileOf(IServiceProvider services, string recipe)
        => File.Exists(recipe) ? recipe : services.GetRequiredService<IRecipeLibrary>().SetupRecipes.FirstOrDefault(known => known.Name == recipe)?.File ?? recipe;

    private static string AddressOf(IServiceProvider services, Tenant tenant)
    {
        var root = SiteAddresses.RootFrom(services.GetRequiredService<IConfiguration>());
        return (tenant.Host is null ? root : new UriBuilder(root) { Host = tenant.Host }.Uri.GetLeftPart(UriPartial.Authority)) + tenant.PathPrefix + "/";
    }
}
