using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Services;
using Shouldly;
using TestSupport;

namespace PageTests.Sites;

/// <summary>An installation that nobody has set up leads to a page that asks for the code the program printed; afterwards there is no such page.</summary>
public sealed class SetupTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_one_time_code_opens_the_set_up_page_once(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var code = host.Services.GetRequiredService<SetupCode>().Code;
        var visitor = (await TestSite.OpenAsync(host, Tenant.Default)).Visitor;

        foreach (var health in new[] { "/health/live", "/health/ready" }) (await visitor.Client.GetStringAsync(health)).ShouldBe("Healthy");

        var page = await visitor.GetAsync("/groups?q=walk");
        page.Address.AbsolutePath.ShouldBe("/setup");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();

        var refused = await SendAsync(visitor, page, "aaaa-bbbb-cccc");
        refused.Find("#Code-error").TextContent.ShouldContain("This is not the code");
        refused.Find("#SiteName").GetAttribute("value").ShouldBe("Otley");
        refused.Find("#Email").GetAttribute("value").ShouldBe("nadia@example.org");
        refused.Document.QuerySelectorAll("input[name=Languages][checked]").Length.ShouldBe(2);

        var welcome = await SendAsync(visitor, refused, $" {code.ToUpperInvariant()} ");
        var signedIn = await visitor.SubmitAsync(welcome, "main form");
        signedIn.Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/")).Document.Title!.ShouldContain("Otley");
        (await visitor.GetAsync("/account")).Body.ShouldContain("nadia@example.org");
        (await visitor.GetAsync("/setup")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync((await TestSite.OpenAsync(host, Tenant.Default)).Visitor, page, code)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_missing_is_told_beside_its_field(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var code = host.Services.GetRequiredService<SetupCode>().Code;
        var visitor = (await TestSite.OpenAsync(host, Tenant.Default)).Visitor;

        var answer = await visitor.SubmitAsync(
            await visitor.GetAsync("/setup"), "main form", [("Code", code), ("SiteName", " "), ("Email", "nadia"), ("Recipe", "no-such"), ("Languages", null)]);

        foreach (var field in new[] { "SiteName", "Email", "Recipe", "Languages" }) answer.Document.GetElementById(field + "-error").ShouldNotBeNull(field);
        answer.Document.GetElementById("Code-error").ShouldBeNull();
        answer.Document.QuerySelectorAll(".nhsuk-error-summary a").Length.ShouldBe(4);
    }

    private static Task<Answer> SendAsync(Visitor visitor, Answer page, string code)
        => visitor.SubmitAsync(page, "main form", [("Code", code), ("SiteName", "Otley"), ("Email", "nadia@example.org"), ("Recipe", "new-place"), ("Languages", "en"), ("Languages", "ur")]);
}
