using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Services;
using Shouldly;
using TestSupport;

namespace PageTests.Sites;

/// <summary>The pages by which the default tenant looks after the others.</summary>
public sealed class TenantPagesTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_site_is_added_and_answers_at_once(DatabaseKind kind)
    {
        var platform = await PlatformSite.SharedAsync(kind);
        var manager = await platform.SignInAsync("ManagePlatform");
        var name = "t" + Ids.Secret(12);

        var list = await manager.SubmitAsync(await manager.GetAsync("/platform/tenants/add"), "main form", [("SiteName", "Otley & <b>around</b>"), ("Name", name), ("Prefix", name), ("Recipe", "new-place")]);

        list.Address.AbsolutePath.ShouldBe("/platform/tenants");
        list.Find(".portal-notice").TextContent.ShouldContain("Otley & <b>around</b> is ready");
        list.Text.ShouldContain($"/{name}/");
        (await manager.GetAsync($"/{name}/")).Document.Title!.ShouldContain("Otley & <b>around</b>");
        (await AuditedAsync(platform, name)).ShouldBe(["tenant.added"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_does_not_fit_is_told_beside_the_field_and_what_was_typed_stays(DatabaseKind kind)
    {
        var platform = await PlatformSite.SharedAsync(kind);
        var there = await TestSite.CreateAsync(platform.Host);
        var manager = await platform.SignInAsync("ManagePlatform");
        var form = await manager.GetAsync("/platform/tenants/add");

        var wrong = await manager.SubmitAsync(form, "main form", [("SiteName", "Otley"), ("Name", "Otley!"), ("Prefix", "manage"), ("Host", "https://otley.example.org"), ("Recipe", "new-place")]);
        foreach (var field in new[] { "Name", "Prefix", "Host" }) wrong.Document.GetElementById(field + "-error").ShouldNotBeNull(field);
        wrong.Find("#Name").GetAttribute("value").ShouldBe("Otley!");
        wrong.Find("#Host").GetAttribute("value").ShouldBe("https://otley.example.org");
        wrong.Find("input[name=Recipe][checked]").GetAttribute("value").ShouldBe("new-place");

        var taken = await manager.SubmitAsync(form, "main form", [("Name", there.Tenant.Name), ("Prefix", there.Tenant.Name), ("Recipe", "new-place")]);
        taken.Document.GetElementById("Name-error").ShouldNotBeNull();
        taken.Document.GetElementById("Prefix-error").ShouldNotBeNull();

        var nothing = await manager.SubmitAsync(form, "main form");
        foreach (var field in new[] { "Name", "Prefix", "Recipe" }) nothing.Document.GetElementById(field + "-error").ShouldNotBeNull(field);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_suspended_site_answers_503_in_the_readers_language_until_it_is_resumed(DatabaseKind kind)
    {
        var platform = await PlatformSite.SharedAsync(kind);
        var site = await TestSite.CreateAsync(platform.Host);
        var manager = await platform.SignInAsync("ManagePlatform");

        var list = await manager.SubmitAsync(await manager.GetAsync("/platform/tenants"), FormOf(site), followRedirects: true);
        list.Find(".portal-notice").TextContent.ShouldContain("is suspended");
        var rests = await site.Visitor.GetAsync("/ur/groups");
        rests.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        rests.Response.Headers.RetryAfter.ShouldNotBeNull();
        rests.Find("html").GetAttribute("lang").ShouldBe("ur");
        (await site.Visitor.GetAsync("/manage")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await site.Visitor.Client.PostAsync("account/sign-in", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        list = await manager.SubmitAsync(list, FormOf(site));
        list.Find(".portal-notice").TextContent.ShouldContain("is running again");
        (await site.Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.OK);
        (await AuditedAsync(platform, site.Tenant.Name)).ShouldBe(["tenant.suspended", "tenant.resumed"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_site_is_removed_once_its_name_is_typed_and_a_backup_stays(DatabaseKind kind)
    {
        var platform = await PlatformSite.SharedAsync(kind);
        var site = await TestSite.CreateAsync(platform.Host);
        var name = site.Tenant.Name;
        var manager = await platform.SignInAsync("ManagePlatform");

        var page = await manager.GetAsync($"/platform/tenants/{name}/remove");
        var wrong = await manager.SubmitAsync(page, "main form", [("Confirm", "something")]);
        wrong.Document.GetElementById("Confirm-error").ShouldNotBeNull();
        wrong.Find("#Confirm").GetAttribute("value").ShouldBe("something");
        (await site.Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.OK);

        var list = await manager.SubmitAsync(wrong, "main form", [("Confirm", name)]);

        list.Address.AbsolutePath.ShouldBe("/platform/tenants");
        list.Find(".portal-notice").TextContent.ShouldContain($"{name} is removed");
        list.Document.QuerySelectorAll("table [dir=ltr]").Select(cell => cell.TextContent).ShouldNotContain(name);
        (await site.Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.NotFound);
        System.IO.Directory.Exists(Path.Combine(platform.Host.DataFolder, "tenants", name)).ShouldBeFalse();
        System.IO.Directory.GetFiles(Path.Combine(platform.Host.DataFolder, "backups"), name + "-*.zip").Length.ShouldBe(1);
        (await AuditedAsync(platform, name)).ShouldBe(["tenant.removed"]);
        (await manager.GetAsync($"/platform/tenants/{name}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_default_site_can_be_neither_suspended_nor_removed(DatabaseKind kind)
    {
        var platform = await PlatformSite.SharedAsync(kind);
        await TestSite.CreateAsync(platform.Host);
        var manager = await platform.SignInAsync("ManagePlatform");
        var list = await manager.GetAsync("/platform/tenants");

        (await manager.SubmitAsync(list, "main form", [("name", Tenant.Default)])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync("/platform/tenants/default/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync("/platform/tenants")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Features_of_another_site_are_switched_while_it_runs(DatabaseKind kind)
    {
        var platform = await PlatformSite.SharedAsync(kind);
        var site = await TestSite.CreateAsync(platform.Host);
        var manager = await platform.SignInAsync("ManagePlatform");
        var address = $"/platform/tenants/{site.Tenant.Name}/features";
        (await site.Visitor.GetAsync("/learn")).Status.ShouldBe(HttpStatusCode.OK);

        var page = await manager.GetAsync(address);
        var left = page.Document.QuerySelectorAll("input[name=On][checked]").Select(box => box.GetAttribute("value")).Where(id => id != "Portal.Learning").ToList();
        left.Count.ShouldBeGreaterThan(1);
        await manager.SubmitAsync(page, "main form", left.Select(id => ("On", id)));
        (await site.Visitor.GetAsync("/learn")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.OK);

        await manager.SubmitAsync(await manager.GetAsync(address), "main form", left.Append("Portal.Learning").Select(id => ("On", id)));
        (await site.Visitor.GetAsync("/learn")).Status.ShouldBe(HttpStatusCode.OK);
        (await manager.GetAsync("/platform/tenants/no-such/features")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Only_the_default_site_has_these_pages(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManagePlatform");

        foreach (var path in new[] { "/platform/tenants", "/platform/tenants/add", $"/platform/tenants/{site.Tenant.Name}/remove", $"/platform/tenants/{site.Tenant.Name}/features", "/setup" })
            (await manager.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
    }

    private static string FormOf(TestSite site) => $"main form:has(input[value='{site.Tenant.Name}'])";

    private static Task<List<string>> AuditedAsync(TestSite platform, string tenant) => platform.RunAsync(services
        => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == tenant).OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync());
}
