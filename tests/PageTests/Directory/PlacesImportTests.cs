using Microsoft.Extensions.DependencyInjection;
using PageTests.Sites;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Directory;

/// <summary>Postcodes and towns are read once for the whole installation, and every site measures from them.</summary>
public sealed class PlacesImportTests
{
    private const string Directory = """
        pcd,pcds,dointr,doterm,oseast1m,osnrth1m,lat,long
        "BD183QH","BD18 3QH","198001","",0,0,53.8337,-1.7770
        "BD183EL","BD18 3EL","198001","",0,0,53.8347,-1.7790
        "BD184AA","BD18 4AA","198001","202301",0,0,53.85,-1.8
        "BD187AA","BD18 7AA","198001","",0,0,53.84,-1.79
        "LS11AA","LS1 1AA","198001","",0,0,53.797,-1.55
        "GY11AA","GY1 1AA","198001","",0,0,99.999999,0
        """;

    [DatabaseTheory, EveryDatabase]
    public async Task Postcodes_new_ones_and_those_that_are_no_more_are_found(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(host);
        (await FindAsync(site, "BD18 3QH")).ShouldBeNull();

        (await ImportAsync(site, host, Directory)).Problems.ShouldBeEmpty();

        (await FindAsync(site, "bd183qh"))!.ShouldSatisfyAllConditions(
            place => place!.Name.ShouldBe("BD18 3QH"), place => place!.MeasuredFrom.ShouldBeNull(), place => place!.Point.Latitude.ShouldBe(53.8337, 0.00001));
        (await FindAsync(site, "BD18 3AB"))!.ShouldSatisfyAllConditions(place => place!.MeasuredFrom.ShouldBe("BD18 3"), place => place!.Point.Latitude.ShouldBe(53.8342, 0.00001));
        (await FindAsync(site, "BD18 4AA"))!.MeasuredFrom.ShouldBe("BD18");
        (await FindAsync(site, "LS1"))!.ShouldSatisfyAllConditions(place => place!.MeasuredFrom.ShouldBeNull(), place => place!.Point.Latitude.ShouldBe(53.797, 0.00001));
        (await FindAsync(site, "GY1 1AA")).ShouldBeNull();
        var page = await site.Visitor.GetAsync("/groups?near=BD18+3AB");
        page.Text.ShouldContain("We do not know where BD18 3AB is exactly. We measure from the middle of BD18 3.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_a_file_cut_off_is_not_believed(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(host);
        (await ImportAsync(site, host, Directory, isDryRun: true)).Notes[1].ShouldBe("This would be: outcodes with their postcodes: 2 new, 0 changed, 0 gone, 0 as before.");
        (await FindAsync(site, "LS1 1AA")).ShouldBeNull();
        (await ImportAsync(site, host, Directory)).Notes.ShouldBe(["6 lines read: 5 postcodes in 2 outcodes, 1 of them no longer in use; 0 outcodes alone; 1 without a place.", "outcodes with their postcodes: 2 new, 0 changed, 0 gone, 0 as before."]);

        (await ImportAsync(site, host, Directory)).Notes[1].ShouldBe("outcodes with their postcodes: 0 new, 0 changed, 0 gone, 2 as before.");

        var cutOff = string.Join('\n', Directory.Split('\n')[..3]);
        (await ImportAsync(site, host, cutOff)).Problems.ShouldHaveSingleItem().ShouldStartWith("1 of 2 known outcodes are not in this file");
        (await FindAsync(site, "LS1 1AA")).ShouldNotBeNull();
        (await ImportAsync(site, host, cutOff, mayRemoveMany: true)).Notes[1].ShouldBe("outcodes with their postcodes: 0 new, 1 changed, 1 gone, 0 as before.");
        (await FindAsync(site, "LS1 1AA")).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Towns_of_the_country_are_found_and_of_two_of_one_name_the_nearer(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(host);
        const string Towns = """
            [{"name":"Weston-super-Mare","lat":"51.34603","lng":"-2.97665","country":"GB"},{"name":"Paris","lat":"48.85","lng":"2.35","country":"FR"},
             {"name":"Nowhere","lat":"x","lng":"1","country":"GB"},{"name":"Ilkley","lat":53.9,"lng":-1.8,"country":"GB"}]
            """;

        var outcome = await ImportAsync(site, host, Towns, "cities.json");

        outcome.Problems.ShouldBe(["Entry 3: “Nowhere” has no latitude and longitude."]);
        (await FindAsync(site, "weston super mare"))!.Name.ShouldBe("Weston-super-Mare");
        (await FindAsync(site, "Ilkley")).ShouldNotBeNull();
        (await FindAsync(site, "Paris")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task The_table_of_outcodes_is_read_by_the_command_line()
    {
        var table = Table();
        Skip.If(table is null, "The shared data is not here.");
        await using var tool = await Tool.CreateAsync(DatabaseKind.Sqlite);

        var said = await tool.DoAsync("import", "places", table!);

        said.ShouldContain("table of outcodes: 1 new");
        (await tool.DoAsync("import", "places", table!)).ShouldContain("table of outcodes: 0 new, 0 changed, 0 gone, 1 as before.");
        (await tool.FailAsync("import", "places", tool.FileOf("missing.csv"))).ShouldContain("missing.csv");
    }

    private static string? Table()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "uk-outcodes.csv");
            if (File.Exists(file)) return file;
        }

        return null;
    }

    private static Task<FoundPlace?> FindAsync(TestSite site, string typed) => site.RunAsync(services => services.GetRequiredService<IPlaces>().FindAsync(typed, default));

    private static async Task<PlacesOutcome> ImportAsync(TestSite site, PortalHost host, string content, string name = "places.csv", bool isDryRun = false, bool mayRemoveMany = false)
    {
        var file = Path.Combine(host.DataFolder, name);
        await File.WriteAllTextAsync(file, content);
        return await site.RunAsync(services => services.GetRequiredService<IPlacesImport>().RunAsync(new PlacesRequest { File = file, IsDryRun = isDryRun, MayRemoveMany = mayRemoveMany }, null, default));
    }
}
