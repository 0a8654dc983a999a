using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody who runs a group puts its page right, from a link in an e-mail.</summary>
[Collection("journeys")]
public sealed class VolunteerJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, true, "10:45")]
    [InlineData(Screen.Desktop, false, "11:15")]
    public async Task From_the_link_in_the_mail_to_the_changed_page_in_three_screens(Screen screen, bool scripts, string start)
    {
        var page = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await page.AskForLinkAsync("my-groups/manningham-walkers/edit/when", "amina@example.org");
        await page.PictureAsync($"volunteer-0-mail-{screen}");
        await page.OpenMailLinkAsync();

        // First screen: one button.
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"volunteer-1-link-{screen}");
        await page.Locator("main form button").ClickAsync();

        // Second screen: the section to be put right.
        page.Url.ShouldEndWith("/edit/when");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("[name='Rows[0].Start']").FillAsync(start);
        await page.Locator("[name='Rows[0].End']").FillAsync("12.30");
        await page.PictureAsync($"volunteer-2-when-{screen}");
        await page.Locator("main form button.nhsuk-button", new() { HasText = "Save" }).First.ClickAsync();

        // Third screen: the page as it now is, and everyone sees it.
        await page.Locator(".portal-notice--good").WaitForAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"volunteer-3-saved-{screen}");
        var reader = await browser.OpenAsync(sites.Bradford, Screen.Phone, scripts);
        await reader.GotoAsync("groups/manningham-walkers");
        (await reader.Locator(".portal-facts").InnerTextAsync()).ShouldContain(start);

        // And it can be taken back.
        await page.Locator(".portal-notice--good button").ClickAsync();
        await reader.ReloadAsync();
        (await reader.Locator(".portal-facts").InnerTextAsync()).ShouldNotContain(start);
    }

    [SkippableFact]
    public async Task A_mistake_is_explained_beside_the_field_and_nothing_typed_is_lost()
    {
        var page = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await page.SignInByMailAsync("my-groups/girlington-chair/edit/when", "amina@example.org");
        await page.Locator("[name='Rows[0].Start']").FillAsync("half past never");
        await page.Locator("main form button.nhsuk-button", new() { HasText = "Save" }).First.ClickAsync();
        await page.Locator(".nhsuk-error-summary").WaitForAsync();
        (await page.Locator("[name='Rows[0].Start']").InputValueAsync()).ShouldBe("half past never");
        await page.ShouldBeAccessibleAsync(true);
        await page.PictureAsync("volunteer-mistake");
    }
}

/// <summary>Signing in as a person does it.</summary>
internal static class SignInByMail
{
    /// <summary>Opens a page that needs an account and asks for a link.</summary>
    public static async Task AskForLinkAsync(this IPage page, string path, string email)
    {
        await page.GotoAsync(path);
        await page.FillAsync("#Email", email);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.Locator("text=" + email).First.WaitForAsync();
    }

    /// <summary>Reads the newest mail and follows its link.</summary>
    public static async Task OpenMailLinkAsync(this IPage page)
    {
        await page.GotoAsync("dev/mail");
        await page.Locator("table a").First.ClickAsync();
        await page.Locator("article a[href*='/account/link/']").First.ClickAsync();
    }

    /// <summary>Is signed in to the Bradford site with a second factor, without walking through the pages that do it.</summary>
    public static async Task SignInAsync(this IPage page, SampleSites sites, params string[] permissions)
    {
        var visitor = await (await TestSite.OpenAsync(sites.Host, "bradford")).SignInAsync(permissions);
        await page.Context.AddCookiesAsync(visitor.Cookies.GetCookies(sites.Bradford).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = sites.Host.Address.ToString() }));
    }

    /// <summary>Signs in and comes to the page that was asked for.</summary>
    public static async Task SignInByMailAsync(this IPage page, string path, string email)
    {
        await page.AskForLinkAsync(path, email);
        await page.OpenMailLinkAsync();
        await page.Locator("main form button").ClickAsync();
    }
}
