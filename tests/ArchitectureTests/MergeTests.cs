using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Two changes were put together whole: what a merge leaves open in pages, texts and documents no compiler sees.</summary>
public sealed partial class MergeTests
{
    private static readonly string[] folders = ["src", "themes", "tests", "docs", "content-recipes", ".ci"];
    private static readonly string[] kinds = [".cs", ".cshtml", ".resx", ".md", ".scss", ".js", ".mjs", ".json", ".csproj", ".props", ".targets", ".svg", ".sh", ".sql", ".html", ".txt", ".csv", ".ics"];

    [Fact]
    public void Nothing_is_left_of_an_unfinished_merge()
        => Files().SelectMany(file => File.ReadLines(file).Select((line, index) => (line, index)).Where(row => IsMark(row.line)).Select(row => $"{Path.GetRelativePath(Product.Root, file)}:{row.index + 1}")).ShouldBeEmpty();

    [Fact]
    public void A_good_deal_is_looked_at() => Files().Count().ShouldBeGreaterThan(1000);

    [Theory]
    [InlineData("<<<<<<< HEAD", true)]
    [InlineData("||||||| base", true)]
    [InlineData("=======", true)]
    [InlineData(">>>>>>> people", true)]
    [InlineData("======= a heading underlined", false)]
    [InlineData("    <<<<<<< in a text that speaks of it", false)]
    public void Its_marks_are_known(string line, bool expected) => IsMark(line).ShouldBe(expected);

    private static IEnumerable<string> Files()
        => folders.Select(folder => Path.Combine(Product.Root, folder)).Where(System.IO.Directory.Exists).SelectMany(folder => Product.Sources(folder, kinds)).Concat(System.IO.Directory.EnumerateFiles(Product.Root));

    private static bool IsMark(string line) => Mark().IsMatch(line);

    [GeneratedRegex(@"^(<{7} |\|{7} |={7}$|>{7} )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
