using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>A link worker makes a plan with somebody and shares it.</summary>
[Collection("journeys")]
public sealed class LinkWorkerJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Desktop, true, "bradford", "sana@example.org")]
    [InlineData(Screen.Phone, false, "southport", "lucy@example.org")]
    public async Task Makes_a_plan_shares_it_and_takes_the_link_back(Screen screen, bool scripts, string site, string worker)
    {
        var address = new Uri(sites.Host.Address, $"/{site}/");
        var page = await browser.OpenAsync(address, screen, scripts);
        await page.SignInAsWorkerAsync(worker, scripts);
        page.Url.ShouldEndWith("/workspace");
        await page.ShouldBeAccessibleAsync(scripts);

        await page.Locator(".portal-tabs a[href$='/workspace/plans']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("main a.nhsuk-button").First.ClickAsync();
        await page.Locator("input[name='Person.Name']").FillAsync("Shabana");
        await page.Locator("select[name='Person.Language']").SelectOptionAsync("ur");
        await page.Locator("textarea[name='Matters']").FillAsync("To walk to the park with my grandchildren again.");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"worker-1-new-{screen}");
        await page.Locator("main form button[type=submit]").ClickAsync();

        await page.AddStepsAsync("walk", "pacing", "singing", "garden", "chair");
        (await page.Locator(".portal-steps > li").CountAsync()).ShouldBe(5);
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"worker-2-plan-{screen}");

        await page.GotoAsync(page.Url.Split('?')[0] + "/share");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        var link = (await page.Locator(".portal-share__link").InnerTextAsync()).Trim();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"worker-3-share-{screen}");

        var person = await browser.OpenAsync(address, Screen.Phone, scripts);
        await person.GotoAsync(link);
        (await person.GetAttributeAsync("html", "lang")).ShouldBe("ur");
        (await person.InnerTextAsync("main")).ShouldContain("To walk to the park");
        await person.ShouldBeAccessibleAsync(scripts);
        await person.PictureAsync($"worker-4-plan-of-the-person-{site}");
        var paper = await person.PdfAsync(new PagePdfOptions { Format = "A4", Path = Browser.Pictures is { } folder ? Path.Combine(folder, $"plan-{site}.pdf") : null });
        PlanOnPaper.SheetsOf(paper).ShouldBe(1, "Five steps fit on one sheet of A4.");

        await page.ReloadAsync();
        await page.Locator("form[action*='Stop'] button, form[action*='stop'] button").First.ClickAsync();
        var answer = await person.GotoAsync(link);
        answer!.Status.ShouldBe(410);
        (await person.InnerTextAsync("main")).ShouldNotContain("To walk to the park");
        await person.ShouldBeAccessibleAsync(scripts);
    }

}

/// <summary>What link workers do on the way to a plan.</summary>
internal static class LinkWorkerSteps
{
    /// <summary>Looks for each of the words and adds the first thing that is found.</summary>
    public static async Task AddStepsAsync(this IPage page, params string[] words)
    {
        foreach (var word in words)
        {
            var found = page.Locator(".portal-match button:visible").First;
            await page.FillAsync("#q", word);
            await page.Locator("form[role=search] button").ClickAsync();
            await found.WaitForAsync();
            var steps = page.Locator(".portal-steps > li");
            var before = await steps.CountAsync();
            await found.ClickAsync();
            // Whoever goes on before the answer is there may take it back on its way.
            await steps.Nth(before).WaitForAsync();
        }
    }

    /// <summary>Signs in, with a password and an authenticator made on the way.</summary>
    public static async Task SignInAsWorkerAsync(this IPage page, string email, bool scripts)
    {
        await page.SignInByMailAsync("workspace", email);

        // A role that sees people: first a password and an authenticator, once.
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("main a[href*='/security/password']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.FillAsync("#Password", "correct horse battery staple 7");
        await page.FillAsync("#Again", "correct horse battery staple 7");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("main a[href*='/security/authenticator']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync("worker-0-authenticator");
        var key = await page.Locator(".portal-code").First.TextContentAsync();
        await page.FillAsync("#Code", new Authenticator(key!).NextCode());
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("main a.nhsuk-button").ClickAsync();
    }
}
