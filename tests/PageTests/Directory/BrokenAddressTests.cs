using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class BrokenAddressTests
{
    private const int Cases = 500;

    [DatabaseTheory, EveryDatabase]
    public async Task No_broken_address_of_a_public_page_makes_an_error(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        for (var seed = 0; seed < Cases; seed++)
        {
            var answer = await site.Visitor.GetAsync(AddressFuzz.Make(seed));
            ((int)answer.Status).ShouldBeLessThan(500, AddressFuzz.Make(seed));
        }
    }
}
