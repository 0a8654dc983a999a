using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A site with two teams, a worker in each, and what a worker does with records.</summary>
internal sealed class PeopleSite
{
    public const string Nhs = "943 476 5919";

    private PeopleSite(TestSite site) => Site = site;

    public TestSite Site { get; }

    public Visitor North { get; private set; } = null!;

    public Visitor NorthColleague { get; private set; } = null!;

    public Visitor South { get; private set; } = null!;

    /// <summary>Ids of the workers: north, north2, south.</summary>
    public Dictionary<string, string> UserIds { get; } = new(StringComparer.Ordinal);

    public static Task<PeopleSite> CreateAsync(DatabaseKind kind) => CreateAsync(kind, null);

    public static async Task<PeopleSite> CreateAsync(DatabaseKind kind, PortalHost? host)
    {
        var settings = new TenantSettings { Name = "Living Well", Languages = ["en", "ur", "pl"], ContactPhone = "01632 960100" };
        var site = new PeopleSite(host is null ? await TestSite.CreateAsync(kind, settings) : await TestSite.CreateAsync(host, settings));
        site.North = await site.SignInAsync("north", "UseWorkspace", "TriageReferrals");
        site.NorthColleague = await site.SignInAsync("north2", "UseWorkspace");
        site.South = await site.SignInAsync("south", "UseWorkspace");
        var manager = await site.Site.SignInAsync("ManageTeams");
        await site.MakeTeamAsync(manager, "North team", "north", "north2");
        await site.MakeTeamAsync(manager, "South team", "south");
        return site;
    }

    public async Task<Answer> MakeTeamAsync(Visitor manager, string name, params string[] members)
    {
        var form = await manager.GetAsync("/manage/teams/new");
        return await manager.SubmitAsync(form, "main form", [("Name", name), .. members.Select(member => ("Members", (string?)UserIds[member]))]);
    }

    private async Task<Visitor> SignInAsync(string name, params string[] permissions)
    {
        var visitor = await Site.SignInAsync(permissions);
        // The last one made is the last in order.
        UserIds[name] = await Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalUser>().OrderByDescending(user => user.Id).Select(user => user.Id).FirstAsync());
        return visitor;
    }

    /// <summary>Begins a record in the worker's team and shows it.</summary>
    public async Task<Answer> BeginAsync(Visitor worker, string first = "Zulekha", string family = "Quibbledorf", string? nhs = Nhs)
    {
        var form = await worker.GetAsync("/workspace/people/new");
        return await worker.SubmitAsync(
            form, "main form", [("Who.FirstName", first), ("Who.FamilyName", family), ("Who.Born.Day", "27"), ("Who.Born.Month", "3"), ("Who.Born.Year", "1961"), ("Who.NhsNumber", nhs ?? "")]);
    }

    /// <summary>Fills in a section.</summary>
    public async Task<Answer> FillAsync(Visitor worker, string id, string section, params (string Name, string? Value)[] typed)
        => await worker.SubmitAsync(await worker.GetAsync($"/workspace/people/{id}/{section}"), "main form", typed);

    public static string IdOf(Answer person) => person.Address.AbsolutePath.Split('/')[^1];

    /// <summary>All that the tenant's database holds: on SQLite its files as they lie on the disk, on PostgreSQL every row of every table.</summary>
    public Task<string> RawAsync() => Site.Host.Kind == DatabaseKind.Sqlite ? RawFilesAsync() : RawTablesAsync();

    private async Task<string> RawFilesAsync()
    {
        var text = new StringBuilder();
        foreach (var file in System.IO.Directory.GetFiles(Site.Host.Services.GetRequiredService<TenantDatabases>().FolderOf(Site.Tenant.Name)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private Task<string> RawTablesAsync() => Site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var tables = await db.Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").ToListAsync();
        tables.ShouldContain("signposting_people");
        var text = new StringBuilder();
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // The name comes from the catalogue.
            foreach (var row in await db.Database.SqlQueryRaw<string>($"SELECT whole::text AS \"Value\" FROM \"{table}\" whole").ToListAsync()) text.AppendLine(row);
#pragma warning restore EF1002
        }

        return text.ToString();
    });
}
