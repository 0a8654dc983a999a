using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Contracts;

namespace Portal.Tenancy.Services;

/// <summary>Sets up the sample sites on a first run, or asks for a set-up by hand.</summary>
internal sealed class FirstRun(TenantRegistry registry, ITenantScopes scopes, IServiceScopeFactory services, IRecipeLibrary recipes, SetupCode setup, IConfiguration configuration)
{
    /// <summary>Name of the row in the default tenant's settings that tells how far the samples are.</summary>
    private const string Samples = "samples";
    private const string Wanted = "wanted";
    private const string Done = "done";
    private static readonly string[] sampleSites = ["bradford", "somerset", "southport"];

    public async Task PrepareAsync(bool withSamples, CancellationToken cancellationToken)
    {
        var platform = (await registry.FindAsync(Tenant.Default, cancellationToken))!;
        var (isSetUp, samples) = await scopes.RunAsync(platform, async scope =>
        {
            var db = scope.GetRequiredService<PortalDbContext>();
            return (await Setting.ReadAsync<TenantSettings?>(db, Setting.Site, null, cancellationToken) is not null, await Setting.ReadAsync(db, Samples, "", cancellationToken));
        }, cancellationToken);

        if (!isSetUp && !withSamples)
        {
            setup.Open();
            Console.WriteLine($"This site has not been set up yet. Open {SiteAddresses.RootFrom(configuration)}/setup and type in this code: {setup.Code}");
            return;
        }

        if (isSetUp && samples != Wanted) return;
        var alone = (await registry.ListAsync(cancellationToken)).Count == 1;
        var withSites = samples == Wanted || alone;
        await RememberAsync(platform, withSites ? Wanted : Done, cancellationToken);
        if (withSites) Console.WriteLine("This is the first start. The sample sites are being set up, which takes some seconds.");
        var settingUp = (withSites ? sampleSites : []).Select(name => AddAsync(name, cancellationToken)).Append(SetUpPlatformAsync(platform, cancellationToken)).ToList();
        var problems = (await Task.WhenAll(settingUp)).SelectMany(list => list).ToList();
        if (problems.Count > 0) throw new TenantException("The first sites could not be set up.\n" + string.Join('\n', problems));
        if (!withSites) return;
        await RememberAsync(platform, Done, cancellationToken);
        Announce();
    }

    private async Task<IReadOnlyList<string>> SetUpPlatformAsync(Tenant platform, CancellationToken cancellationToken)
    {
        var problems = await scopes.RunAsync(platform, scope => scope.GetRequiredService<IRecipes>().RunAsync(FileOf("default"), cancellationToken), cancellationToken);
        return [.. problems.Select(problem => problem.ToString())];
    }

    private async Task<IReadOnlyList<string>> AddAsync(string name, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(name, cancellationToken) is not null) return [];
        await using var scope = services.CreateAsyncScope();
        var faults = await scope.ServiceProvider.GetRequiredService<ITenantAdministration>()
            .AddAsync(new NewTenant { Name = name, Prefix = name, Recipe = FileOf(name) }, cancellationToken);
        if (faults.Count == 0) Console.WriteLine($"The sample site {name} is ready.");
        return [.. faults.Select(fault => fault.Message)];
    }

    private Task RememberAsync(Tenant platform, string samples, CancellationToken cancellationToken) => scopes.RunAsync(platform, async scope =>
    {
        var db = scope.GetRequiredService<PortalDbContext>();
        await Setting.WriteAsync(db, Samples, samples, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }, cancellationToken);

    private string FileOf(string recipe)
        => recipes.SetupRecipes.FirstOrDefault(known => known.Name == recipe)?.File ?? throw new TenantException($"The recipe '{recipe}' is missing beside the program, in the folder content-recipes.");

    private void Announce()
    {
        var root = SiteAddresses.RootFrom(configuration);
        Console.WriteLine($"""

            Portal is set up. In a moment you can open

              {root}/                     the sites there are
              {root}/bradford/            a town, in English, Urdu and Polish
              {root}/somerset/            a county
              {root}/southport/           a pain service

            To try what people who look after a site see, ask for a sign-in link with one of these
            addresses, at for example {root}/bradford/account/sign-in. The e-mail appears
            at {root}/bradford/dev/mail.

              who                    bradford              somerset              southport
              runs a group           amina@example.org     grace@example.org     tom@example.org
              link worker            sana@example.org      ben@example.org       lucy@example.org
              administrator          admin@example.org     admin@example.org     admin@example.org

            """);
    }
}
