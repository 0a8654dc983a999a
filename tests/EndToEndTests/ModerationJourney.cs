using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody without an account suggests, a moderator looks, everybody sees.</summary>
[Collection("journeys")]
public sealed class ModerationJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, true, "", "manningham-walkers", "4.20")]
    [InlineData(Screen.Phone, true, "ur/", "girlington-chair", "4.30")]
    [InlineData(Screen.Desktop, false, "", "manningham-walkers", "4.40")]
    public async Task A_correction_is_suggested_approved_and_published(Screen screen, bool scripts, string language, string slug, string price)
    {
        var name = $"moderation-{(language.Length > 0 ? "ur-" : "")}{screen}";
        var reader = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await reader.GotoAsync($"{language}groups/{slug}");
        await reader.Locator("a[href$='/report']").ClickAsync();
        await reader.Locator("input[name=What][value=other]").CheckAsync();
        await reader.Locator("details:has(input[name='Right.Amount']) summary").ClickAsync();
        await reader.Locator("input[name='Right.Cost'][value=Paid]").CheckAsync();
        await reader.FillAsync("input[name='Right.Amount']", price);
        await reader.ShouldBeAccessibleAsync(scripts);
        await reader.PictureAsync($"{name}-1-suggest");
        await reader.Locator("form.portal-form button[type=submit]").ClickAsync();
        await reader.Locator("main [role=status]").WaitForAsync();
        await reader.ShouldBeAccessibleAsync(scripts);

        var moderator = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await moderator.AskForLinkAsync("manage/moderation", "moderator@example.org");
        await moderator.OpenMailLinkAsync();
        await moderator.Locator("main form button").First.ClickAsync();
        await moderator.GotoAsync($"{language}manage/moderation?kind=suggestion");
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"{name}-2-queue");
        await moderator.Locator("tbody th a").First.ClickAsync();
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"{name}-3-difference");
        await moderator.Locator("button[formaction$='handler=Approve']").ClickAsync();
        await moderator.Locator(".portal-notice--good").WaitForAsync();
        await moderator.PictureAsync($"{name}-4-approved");

        await reader.GotoAsync($"groups/{slug}");
        (await reader.Locator(".portal-facts").InnerTextAsync()).ShouldContain("£" + price);
    }

    [SkippableTheory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desktop, false)]
    public async Task A_new_group_is_told_of_published_and_kept_by_whoever_told_of_it(Screen screen, bool scripts)
    {
        var (title, email) = ($"Heaton knitters {screen}", $"knit-{screen}@example.org".ToLowerInvariant());
        var teller = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await teller.GotoAsync("groups/add");
        await teller.FillAsync("#Title", title);
        await teller.FillAsync("#Summary", "Knit, talk and drink tea.");
        await teller.Locator("input[name='Cost'][value=Free]").CheckAsync();
        await teller.FillAsync("#Phone", "01632 960123");
        await teller.FillAsync("#YourName", "Rosa");
        await teller.FillAsync("#YourEmail", email);
        await teller.Locator("input[name=Helps]").CheckAsync();
        await teller.ShouldBeAccessibleAsync(scripts);
        await teller.PictureAsync($"new-group-1-{screen}");
        await teller.Locator("form.portal-form button[type=submit]").ClickAsync();
        await teller.Locator("main [role=status]").WaitForAsync();

        var moderator = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await moderator.SignInAsync(sites, "ModerateListings");
        await moderator.GotoAsync("manage/moderation?kind=new");
        await moderator.Locator("tbody th a", new() { HasText = title }).ClickAsync();
        await moderator.Locator("input[name=Invite]").CheckAsync();
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"new-group-2-{screen}");
        await moderator.Locator("button[formaction$='handler=Approve']").ClickAsync();
        await moderator.Locator(".portal-notice--good").WaitForAsync();

        await teller.OpenMailLinkAsync();
        await teller.Locator("main form button").First.ClickAsync();
        await teller.Locator(".portal-change").WaitForAsync();
        await teller.PictureAsync($"new-group-3-{screen}");
        teller.Url.ShouldContain("/my-groups/heaton-knitters");
    }
}
