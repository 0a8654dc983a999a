using Portal.Signposting.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class EasyLinesTests
{
    [Theory]
    [InlineData("I want to sing. I like tea!\nNot alone?", new[] { "I want to sing.", "I like tea!", "Not alone?" })]
    [InlineData("میں گانا چاہتی ہوں۔ کیا آپ آئیں گے؟ ہاں", new[] { "میں گانا چاہتی ہوں۔", "کیا آپ آئیں گے؟", "ہاں" })]
    [InlineData("It costs 2.50 a week. Ask for R. K. at the door.", new[] { "It costs 2.50 a week.", "Ask for R. K. at the door." })]
    [InlineData("", new string[0])]
    public void Each_sentence_stands_on_a_line_of_its_own(string text, string[] expected) => EasyLines.Of(text).ShouldBe(expected);
}
