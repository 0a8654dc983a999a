using System.Globalization;
using Portal.Platform.Languages;
using Shouldly;
using Xunit;

namespace UnitTests.Platform;

public sealed class LanguageInfoTests
{
    [Fact]
    public void What_is_said_in_a_language_has_its_words_and_its_way_of_writing_dates()
    {
        var date = new DateOnly(2026, 11, 3);
        var (before, format) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);

        LanguageInfo.Of("pl").Say(() => (CultureInfo.CurrentUICulture.Name, date.ToString("D", CultureInfo.CurrentCulture))).ShouldBe(("pl", "wtorek, 3 listopada 2026"));
        LanguageInfo.Of("en").Say(() => date.ToString("d", CultureInfo.CurrentCulture)).ShouldBe("03/11/2026");

        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture).ShouldBe((before, format));
    }

    [Fact]
    public void The_language_of_the_running_code_comes_back_when_the_words_fail()
    {
        var before = CultureInfo.CurrentUICulture;
        Should.Throw<FormatException>(() => LanguageInfo.Of("ur").Say<string>(() => throw new FormatException()));
        CultureInfo.CurrentUICulture.ShouldBe(before);
    }
}
