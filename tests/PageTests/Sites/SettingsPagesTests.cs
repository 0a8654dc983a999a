using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Shouldly;
using TestSupport;

namespace PageTests.Sites;

/// <summary>What a site says about itself is changed on pages of its own, and the very next request shows it.</summary>
public sealed class SettingsPagesTests
{
    private static readonly byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [DatabaseTheory, EveryDatabase]
    public async Task A_changed_name_is_seen_by_the_next_request_of_anybody(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTenantSettings");
        (await site.Visitor.GetAsync("/groups")).Document.Title!.ShouldContain("Test site");
        (await site.Visitor.GetAsync("/groups")).Document.Title!.ShouldContain("Test site");

        var settings = await manager.SubmitAsync(await manager.GetAsync("/manage/settings/name"), "main form", [("Name", "Keighley"), ("Tagline[ur]", "آئیں"), ("TimeZone", "Europe/Paris")]);

        settings.Address.AbsolutePath.ShouldEndWith("/manage/settings");
        settings.Text.ShouldContain("Europe/Paris");
        (await site.Visitor.GetAsync("/groups")).Document.Title!.ShouldContain("Keighley");
        (await site.Visitor.GetAsync("/ur")).Body.ShouldContain("آئیں");
        (await AuditAsync(site)).ShouldBe(["settings.changed"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_save_that_changes_nothing_is_not_in_the_audit_trail(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTenantSettings");

        foreach (var part in new[] { "name", "help", "map", "look" })
            (await manager.SubmitAsync(await manager.GetAsync("/manage/settings/" + part), "main form")).Address.AbsolutePath.ShouldEndWith("/manage/settings", Case.Sensitive, part);

        (await AuditAsync(site)).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_does_not_fit_is_told_beside_the_field_and_what_was_typed_stays(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTenantSettings");
        (string Part, string Field, string Typed, (string, string?) Beside)[] mistakes =
        [
            ("name", "Name", new string('x', 81), ("Tagline[en]", "A line that stays")),
            ("name", "TimeZone", "Mars/Base", ("Tagline[en]", "A line that stays")),
            ("help", "ContactEmail", "nobody", ("HelpNowPhone", "01632 960999")),
            ("map", "MapTiles", "http://tiles.example.org", ("MapAttribution", "Our map makers")),
            ("look", "AccentColour", "greenish", ("Theme", "Health")),
            ("languages", "Languages", "klingon", ("Languages", "klingon")),
        ];

        foreach (var (part, field, typed, beside) in mistakes)
        {
            var page = await manager.GetAsync("/manage/settings/" + part);
            var form = $"main form:has([name='{field}'])";
            var answer = await manager.SubmitAsync(page, form, beside.Item1 == field ? [(field, typed)] : [(field, typed), beside]);
            answer.Document.GetElementById(field + "-error").ShouldNotBeNull(part);
            answer.Find(".nhsuk-error-summary a").GetAttribute("href").ShouldBe("#" + field);
            answer.Document.Title!.ShouldStartWith("Error");
            if (field != "TimeZone") answer.Find($"[name='{field}']").GetAttribute("value").ShouldBe(typed);
            if (beside.Item1 == "Theme") answer.Find("input[name=Theme][checked]").GetAttribute("value").ShouldBe("Health");
            else answer.Find($"[name='{beside.Item1}']").GetAttribute("value").ShouldBe(beside.Item2, part);
        }

        (await AuditAsync(site)).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Help_and_contact_reach_the_reader(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTenantSettings");

        await manager.SubmitAsync(await manager.GetAsync("/manage/settings/help"), "main form",
            [("HelpNowText[en]", "Call us by day and night."), ("HelpNowPhone", "01632 960999"), ("ContactEmail", "hello@example.org"), ("ContactAddress", "1 Mill Lane\r\nKeighley")]);

        var page = await site.Visitor.GetAsync("/groups");
        page.Body.ShouldContain("01632 960999");
        page.Body.ShouldContain("hello@example.org");
        (await SettingsAsync(site)).ContactAddress.ShouldBe("1 Mill Lane\nKeighley");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_language_is_added_made_the_first_and_taken_off(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTenantSettings");
        (await site.Visitor.GetAsync("/pa/groups")).Status.ShouldBe(HttpStatusCode.NotFound);

        var page = await manager.SubmitAsync(await manager.GetAsync("/manage/settings/languages"), "main form:has([name=Languages])", [("Languages", "pa")]);
        (await site.Visitor.GetAsync("/pa/groups")).Find("html").GetAttribute("lang").ShouldBe("pa");

        await manager.SubmitAsync(page, "main form[action*='code=ur'][action*='First']");
        (await SettingsAsync(site)).Languages.ShouldBe(["ur", "en", "pl", "pa"]);
        (await site.Visitor.GetAsync("/groups")).Find("html").GetAttribute("lang").ShouldBe("ur");

        await manager.SubmitAsync(await manager.GetAsync("/en/manage/settings/languages"), "main form[action*='code=pa'][action*='Remove']");
        (await site.Visitor.GetAsync("/pa/groups")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_logo_is_a_picture_whatever_it_is_called(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTenantSettings");

        var refused = await SendLogoAsync(manager, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "logo.png");
        (refused.StatusCode, await refused.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            answer => answer.StatusCode.ShouldBe(HttpStatusCode.OK), answer => answer.Item2.ShouldContain("id=\"Logo-error\""));
        (await SendLogoAsync(manager, png, "evil.html")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var logo = (await SettingsAsync(site)).Logo!;
        logo.ShouldMatch("^logo-[0-9a-f]{16}\\.png$");
        (await site.Visitor.GetAsync("/groups")).Find("header img").GetAttribute("src")!.ShouldContain(logo);
        var picture = await site.Visitor.Client.GetAsync("media/" + logo);
        (await picture.Content.ReadAsByteArrayAsync()).ShouldBe(png);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await site.Visitor.Client.GetAsync("media/..%2fportal.db")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await manager.SubmitAsync(await manager.GetAsync("/manage/settings/look"), "main form", [("RemoveLogo", "true")]);
        (await site.Visitor.GetAsync("/groups")).Document.QuerySelector("header img").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_feature_is_gone_and_back_with_the_next_request(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTenantSettings");
        (await site.Visitor.GetAsync("/learn")).Status.ShouldBe(HttpStatusCode.OK);

        var page = await manager.GetAsync("/manage/features");
        var on = page.Document.QuerySelectorAll("input[name=On][checked]").Select(box => box.GetAttribute("value")).ToList();
        await manager.SubmitAsync(page, "main form", on.Where(id => id != "Portal.Learning").Select(id => ("On", id)));
        (await site.Visitor.GetAsync("/learn")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor.GetAsync("/groups")).Body.ShouldNotContain($"{site.Tenant.PathPrefix}/learn\"");

        await manager.SubmitAsync(await manager.GetAsync("/manage/features"), "main form", on.Select(id => ("On", id)));
        (await site.Visitor.GetAsync("/learn")).Status.ShouldBe(HttpStatusCode.OK);
        (await AuditAsync(site)).ShouldBe(["features.switched", "features.switched"]);
    }

    private static async Task<HttpResponseMessage> SendLogoAsync(Visitor manager, byte[] bytes, string name)
    {
        var page = await manager.GetAsync("/manage/settings/look");
        using var form = new MultipartFormDataContent();
        foreach (var field in new[] { "_token", "AccentColour" }) form.Add(new StringContent(page.Find($"main form [name={field}]").GetAttribute("value")!), field);
        form.Add(new StringContent("Community"), "Theme");
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "Logo", name);
        return await manager.Client.PostAsync(page.Address, form);
    }

    private static Task<TenantSettings> SettingsAsync(TestSite site) => site.RunAsync(services => Task.FromResult(services.GetRequiredService<TenantContext>().Settings));

    private static Task<List<string>> AuditAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.SubjectKind == "settings").OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync());
}
