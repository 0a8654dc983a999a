using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Signposting.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed partial class QrCodeTests
{
    [Fact]
    public void The_path_draws_the_three_corners_and_leaves_a_quiet_zone()
    {
        var code = QrCode.Of("https://example.org/bradford/p/0123456789abcdefghjkmnpqrs");
        var dark = Draw(code);

        dark.ShouldAllBe(module => module.X >= 4 && module.Y >= 4 && module.X < code.Size - 4 && module.Y < code.Size - 4);
        foreach (var (x, y) in new[] { (4, 4), (code.Size - 11, 4), (4, code.Size - 11) })
        {
            for (var along = 0; along < 7; along++) dark.ShouldContain((x + along, y));
            dark.ShouldNotContain((x + 1, y + 1));
            dark.ShouldContain((x + 3, y + 3));
        }
    }

    [Fact]
    public void Other_words_make_another_code()
        => QrCode.Of("https://example.org/a").Path.ShouldNotBe(QrCode.Of("https://example.org/b").Path);

    /// <summary>The dark modules, from the runs that the path is made of.</summary>
    private static HashSet<(int X, int Y)> Draw(QrCode code)
    {
        var dark = new HashSet<(int X, int Y)>();
        foreach (Match run in Run().Matches(code.Path))
        {
            var (x, y, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            Number(run, 4).ShouldBe(x);
            for (var along = 0; along < length; along++) dark.Add((x + along, y));
        }

        return dark;

        static int Number(Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"M(?<1>\d+) (?<2>\d+)h(?<3>\d+)v1H(?<4>\d+)z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Run();
}
