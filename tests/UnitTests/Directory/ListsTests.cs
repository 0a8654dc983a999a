using Portal.Directory.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class ListsTests
{
    [Theory]
    [InlineData("Step-free", "step-free")]
    [InlineData("A seat for everyone", "a seat for everyone")]
    [InlineData("BSL spoken", "BSL spoken")]
    [InlineData("Ł", "Ł")]
    public void A_name_in_the_middle_of_a_row_begins_small_unless_it_is_an_abbreviation(string name, string within) => Lists.LowerFirst(name).ShouldBe(within);
}
