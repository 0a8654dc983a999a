using Portal.Directory.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("BD8 7HY", "BD8 7HY")]
    [InlineData("bd87hy", "BD8 7HY")]
    [InlineData(" bd8  7hy ", "BD8 7HY")]
    [InlineData("BD18 3EL", "BD18 3EL")]
    [InlineData("BD183EL", "BD18 3EL")]
    [InlineData("EC1A 1BB", "EC1A 1BB")]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("B33 8TH", "B33 8TH")]
    [InlineData("bd8", "BD8")]
    [InlineData("BD18", "BD18")]
    [InlineData("BD8 7", "BD8")]
    [InlineData("BD8 7H", "BD8")]
    public void Postcodes_are_read_as_people_type_them(string typed, string expected)
        => Postcode.Parse(typed)!.ToString().ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Shipley")]
    [InlineData("12 Kirkgate")]
    [InlineData("BD")]
    [InlineData("BD8 77Y")]
    [InlineData("BD8 7HYX")]
    public void What_is_no_postcode_is_none(string? typed) => Postcode.Parse(typed).ShouldBeNull();
}
