using Portal.Signposting.Domain.Letters;
using Portal.Signposting.Domain.People;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class SafeContactTests
{
    private static readonly Reach all = new() { Phone = "01632 960461", OtherPhone = "07700 900461", Email = "zulekha@example.org" };

    [Fact]
    public void Without_a_record_nothing_is_guessed()
    {
        var safe = SafeContact.Of(null);

        (safe.Email, safe.Mobile).ShouldBe((null, null));
        (safe.NoEmail, safe.NoText).ShouldBe((NoWay.Unknown, NoWay.Unknown));
    }

    [Fact]
    public void A_text_goes_to_the_number_that_can_get_one() => SafeContact.Of(all).Mobile.ShouldBe("07700 900461");

    [Theory]
    [InlineData("text", nameof(NoWay.None), nameof(NoWay.Unsafe), true)]
    [InlineData("email", nameof(NoWay.Unsafe), nameof(NoWay.None), true)]
    [InlineData("letter", nameof(NoWay.None), nameof(NoWay.None), false)]
    [InlineData("name", nameof(NoWay.TellsWho), nameof(NoWay.None), true)]
    [InlineData("voicemail", nameof(NoWay.None), nameof(NoWay.None), true)]
    public void What_the_person_asked_not_to_do_is_not_done(string avoid, string email, string text, bool post)
    {
        var safe = SafeContact.Of(all with { Avoid = [avoid] });

        (safe.NoEmail.ToString(), safe.NoText.ToString(), safe.MayPost).ShouldBe((email, text, post));
        (safe.Email is null).ShouldBe(email != nameof(NoWay.None));
        (safe.Mobile is null).ShouldBe(text != nameof(NoWay.None));
    }

    [Theory]
    [InlineData("07700 900461", true)]
    [InlineData("+44 7700 900461", true)]
    [InlineData("0044 7700 900461", true)]
    [InlineData("+48 601 000 000", true)]
    [InlineData("01632 960461", false)]
    [InlineData("+44 1632 960461", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Mobile_numbers_are_known(string? number, bool expected) => SafeContact.IsMobile(number).ShouldBe(expected);
}
