using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody new comes to keep the page of a group that nobody keeps, and puts it right.</summary>
[Collection("journeys")]
public sealed class ClaimJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, true, "", "carers-online", "carers", "2.10")]
    [InlineData(Screen.Phone, false, "", "girlington-english", "english", "2.20")]
    [InlineData(Screen.Desktop, true, "ur/", "rest-and-sleep-talks", "rest", "2.30")]
    public async Task A_group_that_nobody_keeps_is_found_claimed_proven_and_corrected(Screen screen, bool scripts, string language, string slug, string words, string price)
    {
        var (name, email) = ($"claim-{slug}", $"new-{slug}@example.org");
        var newcomer = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await newcomer.GotoAsync($"{language}groups?q={words}");
        await newcomer.Locator($"main a[href$='/groups/{slug}']").First.ClickAsync();
        await newcomer.Locator("a[href$='/claim']").ClickAsync();
        await newcomer.FillAsync("#Email", email);
        await newcomer.FillAsync("#Words", "I open the door every week.");
        await newcomer.ShouldBeAccessibleAsync(scripts);
        await newcomer.PictureAsync($"{name}-1-claim");
        await newcomer.Locator("main form.portal-form button[type=submit]").ClickAsync();
        await newcomer.Locator("main [role=status]").WaitForAsync();
        await newcomer.PictureAsync($"{name}-2-sent");

        // The group reads its mail and says yes.
        var group = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await group.GotoAsync("dev/mail");
        await group.Locator("table a").First.ClickAsync();
        await group.PictureAsync($"{name}-3-mail");
        await group.Locator($"article a[href*='/groups/{slug}/claim/']").First.ClickAsync();
        (await group.InnerTextAsync("main")).ShouldContain(email);
        await group.ShouldBeAccessibleAsync(scripts);
        await group.PictureAsync($"{name}-4-proof");
        await group.Locator("main form button[type=submit]").ClickAsync();
        await group.Locator("main [role=status]").WaitForAsync();
        await group.PictureAsync($"{name}-5-yes");

        // The newcomer comes in by the link they are sent, and corrects what it costs.
        await newcomer.OpenMailLinkAsync();
        await newcomer.Locator("main form button").First.ClickAsync();
        await newcomer.Locator(".portal-change").WaitForAsync();
        await newcomer.GotoAsync($"{language}my-groups/{slug}/edit");
        await newcomer.ShouldBeAccessibleAsync(scripts);
        await newcomer.PictureAsync($"{name}-6-page");
        await newcomer.GotoAsync($"{language}my-groups/{slug}/edit/cost");
        await newcomer.Locator("input[name=Kind][value=Paid]").CheckAsync();
        await newcomer.FillAsync("[name=Amount]", price);
        await newcomer.Locator("main form button.nhsuk-button").First.ClickAsync();
        await newcomer.Locator(".portal-notice--good").WaitForAsync();
        await newcomer.PictureAsync($"{name}-7-corrected");

        // The first change of somebody new waits for a moderator.
        var moderator = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await moderator.SignInAsync(sites, "ModerateListings");
        await moderator.GotoAsync("manage/moderation?kind=suggestion");
        await moderator.Locator("tbody tr", new() { HasText = email.Split('@')[0] }).Locator("th a").ClickAsync();
        await moderator.Locator("button[formaction$='handler=Approve']").ClickAsync();
        await moderator.Locator(".portal-notice--good").WaitForAsync();

        await newcomer.GotoAsync($"groups/{slug}");
        (await newcomer.InnerTextAsync(".portal-facts")).ShouldContain("£" + price);
        (await newcomer.Locator("a[href$='/claim']").CountAsync()).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData(Screen.Phone, true, "")]
    [InlineData(Screen.Phone, true, "ur/")]
    [InlineData(Screen.Desktop, false, "")]
    public async Task A_claim_that_the_group_cannot_prove_waits_for_a_moderator(Screen screen, bool scripts, string language)
    {
        var (name, email) = ($"claim-waits-{(language.Length > 0 ? "ur-" : "")}{screen}", $"may-{language.TrimEnd('/')}{screen}@example.org".ToLowerInvariant());
        var newcomer = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await newcomer.GotoAsync($"{language}groups/queensbury-crafts/claim");
        await newcomer.FillAsync("#Email", email);
        await newcomer.FillAsync("#Words", "I cut the card.");
        await newcomer.Locator("main form.portal-form button[type=submit]").ClickAsync();
        await newcomer.Locator("main [role=status]").WaitForAsync();

        var moderator = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await moderator.SignInAsync(sites, "ModerateListings");
        await moderator.GotoAsync($"{language}manage/moderation?kind=claim");
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"{name}-1-queue");
        await moderator.Locator("tbody tr", new() { HasText = email }).Locator("th a").ClickAsync();
        await moderator.ShouldBeAccessibleAsync(scripts);
        await moderator.PictureAsync($"{name}-2-claim");
        await moderator.FillAsync("#Message", "The group says it does not know you.");
        await moderator.Locator("button[formaction$='handler=Return']").ClickAsync();
        await moderator.Locator(".portal-notice--good").WaitForAsync();

        await newcomer.GotoAsync("dev/mail");
        await newcomer.Locator("table a").First.ClickAsync();
        (await newcomer.InnerTextAsync("article")).ShouldContain("The group says it does not know you.");
    }
}
