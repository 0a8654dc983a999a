using Portal.Directory.Domain;
using Portal.Directory.Services.Postcodes;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class PostcodeBlockTests
{
    private static readonly PostcodeBlock shipley = new(PostcodeBlock.Write(
    [
        PostcodeBlock.Point("3QH", 53.8337, -1.7770, isTerminated: false),
        PostcodeBlock.Point("3EL", 53.8347, -1.7790, isTerminated: false),
        PostcodeBlock.Point("4AA", 53.8500, -1.8000, isTerminated: false),
        PostcodeBlock.Point("3ZZ", 51.0, 0, isTerminated: true),
    ]));

    [Fact]
    public void A_postcode_is_found_to_the_metre()
    {
        var found = shipley.Find("3QH").ShouldNotBeNull();
        found.Latitude.ShouldBe(53.8337, 0.00001);
        found.Longitude.ShouldBe(-1.7770, 0.00001);
    }

    [Theory]
    [InlineData("3ZZ")]
    [InlineData("3AB")]
    public void One_that_is_no_more_or_new_stands_for_its_sector(string incode)
    {
        shipley.Find(incode).ShouldBeNull();
        var sector = shipley.Sector(incode).ShouldNotBeNull();
        sector.Latitude.ShouldBe(53.8342, 0.00001);
        sector.Longitude.ShouldBe(-1.7780, 0.00001);
    }

    [Fact]
    public void A_sector_without_postcodes_has_no_middle_and_the_outcode_has_one()
    {
        shipley.Sector("9AA").ShouldBeNull();
        shipley.Middle()!.Latitude.ShouldBe((53.8337 + 53.8347 + 53.85) / 3, 0.00001);
    }

    [Fact]
    public void An_outcode_that_is_no_more_still_has_a_middle()
    {
        var ended = new PostcodeBlock(PostcodeBlock.Write([PostcodeBlock.Point("1AA", 51.5, -0.1, isTerminated: true)]));

        ended.Find("1AA").ShouldBeNull();
        ended.Middle()!.Latitude.ShouldBe(51.5, 0.00001);
    }

    [Fact]
    public async Task Columns_are_known_by_name_and_faulty_lines_are_told_with_number_and_reason()
    {
        var refused = new List<string>();
        var lines = new List<PostcodeLine?>();
        const string File = "\uFEFF\"long\",\"ctry\",\"pcds\",\"doterm\",\"lat\"\n-1.7,E92,\"BD18 3QH\",,53.8\n-1.7,E92,BD18 4AA,202301,53.9\n0.0,E92,BD18 9ZZ,,99.999999\nx,E92,BD18 4AB,,53.9\n1,E92,not one,,53\n1,E92\n1,E92,BD18 4AD,,-91\n";

        await foreach (var (_, line) in PostcodeLines.ReadAsync(new StringReader(File), (number, reason) => refused.Add($"{number}: {reason}"))) lines.Add(line);

        lines.OfType<PostcodeLine>().Select(line => (line.Postcode.ToString(), line.Latitude, line.IsTerminated)).ShouldBe([("BD18 3QH", 53.8, false), ("BD18 4AA", 53.9, true)]);
        refused.ShouldBe(["5: “53.9, x” is no latitude and longitude", "6: “not one” is no postcode", "7: it has 2 columns and not 5", "8: “-91, 1” is nowhere on earth"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,town\nA,B\n")]
    public async Task A_file_that_is_no_table_of_postcodes_says_so(string file)
        => await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in PostcodeLines.ReadAsync(new StringReader(file), (_, _) => { })) { }
        });
}
