using Portal.Signposting.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("9434765919", "943 476 5919")]
    [InlineData(" 943 476-5919 ", "943 476 5919")]
    [InlineData("۹۴۳۴۷۶۵۹۱۹", "943 476 5919")]
    [InlineData("9990000018", "999 000 0018")]
    [InlineData("4010232137", "401 023 2137")]
    public void A_number_whose_check_digit_fits_is_taken(string typed, string shown) => NhsNumber.Parse(typed)!.ToString().ShouldBe(shown);

    [Theory]
    [InlineData("9434765918")] // last digit
    [InlineData("9343765919")] // two digits swapped
    [InlineData("943476591")]
    [InlineData("94347659190")]
    [InlineData("943476591X")]
    [InlineData("0000000000")] // fits the check, and is what people type who do not know
    [InlineData("1111111111")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_not(string? typed) => NhsNumber.Parse(typed).ShouldBeNull();

    [Fact]
    public void Of_ten_last_digits_one_fits_at_most()
    {
        for (var first = 100; first < 200; first++)
            Enumerable.Range(0, 10).Count(last => NhsNumber.Parse($"{first}456789{last}") is not null).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Where_the_check_would_be_ten_no_digit_fits()
    {
        // 1*10 + 0*… + 9 gives a remainder of 1, so 11 - 1 = 10
        Enumerable.Range(0, 10).Count(last => NhsNumber.Parse($"100000001{last}") is not null).ShouldBe(0);
    }
}
