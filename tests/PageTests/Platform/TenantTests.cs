using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Platform;

public sealed class TenantTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task An_unknown_address_is_answered_in_the_language_of_the_address(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        var page = await site.Visitor.GetAsync("/ur/nothing-here");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Find("html").GetAttribute("lang").ShouldBe("ur");
        page.Find("html").GetAttribute("dir").ShouldBe("rtl");
        page.Text.ShouldContain("یہ صفحہ نہیں ملا");
    }
}
