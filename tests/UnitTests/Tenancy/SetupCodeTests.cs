using Portal.Tenancy.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Tenancy;

public sealed class SetupCodeTests
{
    [Fact]
    public void After_twenty_wrong_codes_not_even_the_right_one_is_taken()
    {
        var code = new SetupCode();
        for (var i = 0; i < 19; i++) code.Accepts("wrong").ShouldBeFalse();
        code.Accepts(code.Code).ShouldBeTrue();

        code.Accepts(null).ShouldBeFalse();

        code.Accepts(code.Code).ShouldBeFalse();
    }
}
