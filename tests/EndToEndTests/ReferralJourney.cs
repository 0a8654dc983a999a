using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>A practice refers, the team takes the person on, a plan is begun.</summary>
[Collection("journeys")]
public sealed class ReferralJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, true, "somerset", "ben@example.org")]
    [InlineData(Screen.Desktop, false, "somerset", "referred@example.org")]
    public async Task A_practice_refers_the_team_takes_the_person_on_and_a_plan_is_begun(Screen screen, bool scripts, string site, string worker)
    {
        var (address, link) = await PrepareAsync(site, worker);
        var practice = await browser.OpenAsync(address, screen, scripts);
        await practice.GotoAsync(link);
        (await practice.InputValueAsync("#Referrer-Organisation")).ShouldBe("Vexholme Surgery");
        await practice.FillAsync("#Referrer-Name", "Dr Test");
        await practice.FillAsync("#Referrer-Email", "gp@example.org");
        await NextAsync(practice, "who", screen, scripts);

        var family = $"Quibbledorf{screen}";
        await practice.FillAsync("#Form-Who-FirstName", "Zulekha");
        await practice.FillAsync("#Form-Who-FamilyName", family);
        await practice.FillAsync("#Form-Who-Born", "27");
        await practice.FillAsync("#Form-Who-Born-Month", "3");
        await practice.FillAsync("#Form-Who-Born-Year", "1961");
        await NextAsync(practice, "reach", screen, scripts);
        await practice.FillAsync("#Form-Reach-Phone", "07700 900461");
        await practice.Locator("label", new PageLocatorOptions { HasText = "Do not leave a voice message" }).ClickAsync();
        await NextAsync(practice, "communication", screen, scripts);
        await practice.SelectOptionAsync("#Form-Communication-Reads", "pl");
        await practice.CheckAsync("input[name='Form.Communication.Interpreter'][value=yes]");
        await NextAsync(practice, "reason", screen, scripts);
        await practice.FillAsync("#Reason-Words", "Lonely since the fall");
        await NextAsync(practice, "risks", screen, scripts);
        await practice.CheckAsync("input[name='Form.Risks.Answer'][value=none]");
        await NextAsync(practice, "agreement", screen, scripts);
        await practice.CheckAsync("#Agreement-IsGiven");
        await NextAsync(practice, "check", screen, scripts);
        await practice.Locator("main form button[type=submit]").ClickAsync();
        (await practice.InnerTextAsync("main")).ShouldContain("We have it.");
        await practice.ShouldBeAccessibleAsync(scripts);
        await practice.PictureAsync($"referral-9-sent-{screen}");

        var page = await browser.OpenAsync(address, screen, scripts);
        await page.SignInAsWorkerAsync(worker, scripts);
        await page.Locator(".portal-tabs a[href$='/workspace/referrals']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"team-1-waiting-{screen}");
        await page.Locator(".portal-board__item a", new PageLocatorOptions { HasText = family }).ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"team-2-referral-{screen}");
        await page.Locator("form[action*='Accept'] button").ClickAsync();
        (await page.InnerTextAsync("h1")).ShouldBe($"Zulekha {family}");
        (await page.InnerTextAsync(".portal-heed")).ShouldContain("Do not leave a voice message");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"team-3-person-{screen}");

        await page.Locator("form[action*='handler=Plan'] button").ClickAsync();
        (await page.InnerTextAsync("h1")).ShouldBe("Plan for Zulekha");
        (await page.InnerTextAsync("main")).ShouldContain("Reads Polish");
    }

    private static async Task NextAsync(IPage page, string to, Screen screen, bool scripts)
    {
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("main form button[type=submit]").ClickAsync();
        page.Url.ShouldEndWith("/" + to);
        await page.PictureAsync($"referral-{to}-{screen}");
    }

    /// <summary>A practice has been given its link, and there is a worker of that address who decides on referrals.</summary>
    private async Task<(Uri Address, string Link)> PrepareAsync(string tenant, string worker)
    {
        var site = await TestSite.OpenAsync(sites.Host, tenant);
        await site.CreateLinkAsync(worker, "/workspace", "UseWorkspace", "TriageReferrals");
        var manager = await site.SignInAsync("ManageReferrers");
        var made = await manager.SubmitAsync(await manager.GetAsync("/manage/referrers"), "#add", [("Name", "Vexholme Surgery")]);
        return (new Uri(sites.Host.Address, $"/{tenant}/"), made.Find(".portal-share__link").TextContent);
    }
}
