using Microsoft.Extensions.DependencyInjection;
using PageTests.Sites;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Directory;

/// <summary>How deprived the areas of postcodes are is read once for the whole installation. Codes of areas and deciles here are invented.</summary>
public sealed class DeprivationTests
{
    private const string LookedUp = """
        Postcode,Postcode Status,LSOA code,LSOA Name,Index of Multiple Deprivation Rank,Index of Multiple Deprivation Decile,Income Rank,Income Decile
        BD18 3QH,Live,E01000001,Bradford 001A,"1,204",1,900,2
        bd183el,Live,E01000002,Bradford 001B,32000,10,32100,9
        LS1 1AA,Live,E01000003,Leeds 001A,15000,5,100,1
        EH1 1AA,Not in England,,,,,,
        nothing,Live,E01000004,Leeds 001B,15000,5,100,1
        LS1 1AB,Live,E01000005,Leeds 001C,15000,11,100,1
        LS1 1AA,Live,E01000006,Leeds 001D,15000,6,100,1
        LS1 1AC
        """;

    private const string ByArea = """
        "LSOA code (2021)","LSOA name (2021)","Local Authority District code (2024)","Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)","Index of Multiple Deprivation (IMD)  Decile (where 1 is most deprived 10% of LSOAs)"
        E01000001,Bradford 001A,E08000032,1204,1
        E01000002,Bradford 001B,E08000032,32000,10
        E01000003,Leeds 001A,E08000035,15000,
        """;

    private const string Postcodes = """
        pcd,pcds,doterm,lat,long,lsoa11,lsoa21
        "BD183QH","BD18 3QH","",53.8,-1.7,"E01000002","E01000001"
        "BD183EL","BD18 3EL","202301",53.8,-1.7,"E01000001","E01000002"
        "EH1 1AA","EH1 1AA","",55.9,-3.1,"S01000001","S01000001"
        "BD18","BD18","",53.8,-1.7,"E01000001","E01000001"
        """;

    [DatabaseTheory, EveryDatabase]
    public async Task Looked_up_postcodes_are_known_in_any_spelling_and_each_faulty_line_is_told(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(host);
        (await DecilesAsync(site, "BD18 3QH")).ShouldBeEmpty();
        (await SourceAsync(site)).ShouldBeNull();

        var outcome = await ImportAsync(site, host, LookedUp, edition: "Indices 2025");

        outcome.Problems.ShouldBe([
            "Line 6: “nothing” is no postcode.", "Line 7: “11” is no decile from 1 to 10.", "Line 8: LS1 1AA has another decile further up.", "Line 9: it has 1 columns and not 8.",
        ]);
        outcome.Notes.ShouldBe(["8 lines read: 3 postcodes with a decile in 2 outcodes; 1 without one.", "outcodes with deciles: 2 new, 0 changed, 0 gone, 0 as before."]);
        var deciles = await DecilesAsync(site, "bd183qh", "BD18 3EL", "LS1 1AA", "EH1 1AA", "LS1 1AB", "LS1", "", "not one");
        deciles.ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["BD18 3QH"] = 1, ["BD18 3EL"] = 10, ["LS1 1AA"] = 5 }, ignoreOrder: true);
        deciles["bd18 3qh "].ShouldBe(1);
        (await SourceAsync(site))!.ShouldStartWith("Indices 2025 (20");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_a_file_cut_off_is_not_believed(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(host);
        (await ImportAsync(site, host, LookedUp, isDryRun: true)).Notes[1].ShouldBe("This would be: outcodes with deciles: 2 new, 0 changed, 0 gone, 0 as before.");
        (await SourceAsync(site)).ShouldBeNull();
        await ImportAsync(site, host, LookedUp);
        var source = (await SourceAsync(site)).ShouldNotBeNull();
        source.ShouldStartWith("imd.csv (20");

        (await ImportAsync(site, host, LookedUp, name: "again.csv")).Notes[1].ShouldBe("outcodes with deciles: 0 new, 0 changed, 0 gone, 2 as before.");
        (await SourceAsync(site)).ShouldBe(source);

        var cutOff = string.Join('\n', LookedUp.Split('\n')[..3]);
        (await ImportAsync(site, host, cutOff)).Problems.ShouldHaveSingleItem().ShouldStartWith("1 of 2 known outcodes are not in this file");
        (await DecilesAsync(site, "LS1 1AA")).ShouldNotBeEmpty();
        (await ImportAsync(site, host, cutOff, mayRemoveMany: true)).Notes[1].ShouldBe("outcodes with deciles: 0 new, 0 changed, 1 gone, 1 as before.");
        (await DecilesAsync(site, "LS1 1AA")).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_index_by_small_area_is_joined_with_the_areas_of_its_own_year(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(host);
        (await Should.ThrowAsync<InvalidDataException>(() => ImportAsync(site, host, ByArea))).Message.ShouldContain("--postcodes");

        var outcome = await ImportAsync(site, host, ByArea, postcodes: Postcodes);

        outcome.Problems.ShouldBe(["Line 4: it has no decile.", "Line of postcodes 5: “BD18” is no postcode."]);
        outcome.Notes[0].ShouldBe("2 small areas of 2021 and 4 postcodes read: 2 postcodes with a decile in 1 outcodes; 1 without one.");
        (await DecilesAsync(site, "BD18 3QH", "BD18 3EL")).Values.ShouldBe([1, 10], ignoreOrder: true);
        (await DecilesAsync(site, "BD18 3QH"))["BD18 3QH"].ShouldBe(1);

        var of2011 = ByArea.Replace("2021", "2011", StringComparison.Ordinal);
        (await ImportAsync(site, host, of2011, postcodes: Postcodes)).Notes[1].ShouldBe("outcodes with deciles: 0 new, 1 changed, 0 gone, 0 as before.");
        (await DecilesAsync(site, "BD18 3QH"))["BD18 3QH"].ShouldBe(10);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("pcds,lat,long\nBD18 3QH,53.8,-1.7", "The first line has to name the columns")]
    [InlineData("LSOA code (2021),Income Decile\nE01000001,3", "The first line has to name the columns")]
    [InlineData("LSOA code,IMD Decile\nE01000001,3", "has to say their year")]
    public async Task A_table_that_is_not_known_is_refused_in_plain_words(string content, string said)
    {
        await using var tool = await Tool.CreateAsync(DatabaseKind.Sqlite);
        var (file, postcodes) = (tool.FileOf("imd.csv"), tool.FileOf("postcodes.csv"));
        await File.WriteAllTextAsync(file, content);
        await File.WriteAllTextAsync(postcodes, Postcodes);

        (await tool.FailAsync("import", "deprivation", file, "--postcodes", postcodes)).ShouldContain(said);
    }

    [Fact]
    public async Task The_command_line_reads_it()
    {
        await using var tool = await Tool.CreateAsync(DatabaseKind.Sqlite);
        var file = tool.FileOf("imd.csv");
        await File.WriteAllTextAsync(file, string.Join('\n', LookedUp.Split('\n')[..4]));

        (await tool.DoAsync("import", "deprivation", file, "--edition", "Indices 2025")).ShouldContain("outcodes with deciles: 2 new");
        (await tool.FailAsync("import", "deprivation", tool.FileOf("missing.csv"))).ShouldContain("missing.csv");
    }

    private static Task<IReadOnlyDictionary<string, int>> DecilesAsync(TestSite site, params string[] postcodes)
        => site.RunAsync(services => services.GetRequiredService<IDeprivation>().DecilesAsync(postcodes, default));

    private static Task<string?> SourceAsync(TestSite site) => site.RunAsync(services => services.GetRequiredService<IDeprivation>().SourceAsync(default));

    private static async Task<PlacesOutcome> ImportAsync(
        TestSite site, PortalHost host, string content, string name = "imd.csv", string? postcodes = null, string? edition = null, bool isDryRun = false, bool mayRemoveMany = false)
    {
        var file = Path.Combine(host.DataFolder, name);
        await File.WriteAllTextAsync(file, content);
        var request = new DeprivationRequest { File = file, Edition = edition, IsDryRun = isDryRun, MayRemoveMany = mayRemoveMany };
        if (postcodes is not null)
        {
            request = request with { Postcodes = Path.Combine(host.DataFolder, "postcodes.csv") };
            await File.WriteAllTextAsync(request.Postcodes, postcodes);
        }

        return await site.RunAsync(services => services.GetRequiredService<IDeprivationImport>().RunAsync(request, null, default));
    }
}
