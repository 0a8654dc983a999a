using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>A link worker matches, introduces; the group accepts without an account; the person ticks "I went".</summary>
[Collection("journeys")]
public sealed class IntroductionJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task From_what_would_suit_to_I_went(Screen screen, bool scripts)
    {
        var worker = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await worker.SignInAsync(sites, "UseWorkspace");
        var plan = await StartAsync(worker, $"Tahira {screen}");

        // What would suit, and the groups that do.
        await worker.GotoAsync(plan + "/suits");
        await worker.Locator("[name='Wish.Activities'][value=walking]").CheckAsync();
        await worker.FillAsync("[name='Wish.Place']", "BD8 7HY");
        await worker.Locator("[name='Wish.Reach'][value=Bus]").CheckAsync();
        await worker.Locator("[name='Wish.Days'][value=TU]").CheckAsync();
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"intro-1-suits-{screen}");
        await worker.Locator("main form.portal-form button[type=submit]").ClickAsync();
        var best = worker.Locator(".portal-suggestions .portal-match", new() { Has = worker.Locator("h3", new() { HasText = "Manningham Walkers" }) });
        (await best.InnerTextAsync()).ShouldContain("Tuesday mornings");
        (await best.InnerTextAsync()).ShouldContain("miles");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"intro-2-match-{screen}");
        await best.Locator("button[type=submit]").ClickAsync();

        // The introduction, word for word, with consent.
        await worker.Locator(".portal-step a[href*='/introduce/']").ClickAsync();
        await worker.FillAsync("[name='Letter.Reach']", "Through me, 01632 960123");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.Locator("main form button[type=submit]").First.ClickAsync();
        (await worker.InnerTextAsync(".portal-letter")).ShouldContain("01632 960123");
        await worker.Locator("#Agreed").CheckAsync();
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"intro-3-introduce-{screen}");
        await worker.Locator("button[formaction*='Send']").ClickAsync();
        (await worker.InnerTextAsync("main")).ShouldContain("Asked, no answer yet");

        await AcceptAsync(screen, scripts);

        await worker.GotoAsync("workspace/introductions");
        (await worker.InnerTextAsync("main")).ShouldContain($"Tahira {screen}: Manningham Walkers");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"intro-5-list-{screen}");
        await PersonAsync(worker, plan, screen, scripts);

        await worker.GotoAsync("workspace/introductions");
        await worker.Locator("section[aria-labelledby=people] a").First.ClickAsync();
        (await worker.InnerTextAsync("#news")).ShouldContain("They went: Manningham Walkers");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"intro-7-news-{screen}");
        await worker.Locator("#news button").ClickAsync();
        (await worker.Locator("#news").CountAsync()).ShouldBe(0);
    }

    private static async Task<string> StartAsync(IPage worker, string name)
    {
        await worker.GotoAsync("workspace/plans/new");
        await worker.FillAsync("[name='Person.Name']", name);
        await worker.Locator("[name='Person.Language']").SelectOptionAsync("en");
        await worker.Locator("main form button[type=submit]").ClickAsync();
        return worker.Url.Split('?')[0];
    }

    /// <summary>Somebody of the group opens the newest mail and answers.</summary>
    private async Task AcceptAsync(Screen screen, bool scripts)
    {
        var group = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await group.GotoAsync("dev/mail");
        await group.Locator("table a").First.ClickAsync();
        await group.Locator("article a[href*='/introductions/']").First.ClickAsync();
        (await group.InnerTextAsync(".portal-letter")).ShouldContain("01632 960123");
        await group.ShouldBeAccessibleAsync(scripts);
        await group.Locator("a[href$='/accept']").ClickAsync();
        await group.FillAsync("[name='Answer.Words']", "Tuesday at 10, by the gate. Ask for Amina.");
        await group.ShouldBeAccessibleAsync(scripts);
        await group.Locator("main form button[type=submit]").ClickAsync();
        (await group.InnerTextAsync("main")).ShouldContain("Thank you. Your answer is on its way");
        await group.ShouldBeAccessibleAsync(scripts);
        await group.PictureAsync($"intro-4-answered-{screen}");
    }

    /// <summary>The person opens the shared plan, reads what the group says, and ticks "I went".</summary>
    private async Task PersonAsync(IPage worker, string plan, Screen screen, bool scripts)
    {
        await worker.GotoAsync(plan + "/share");
        await worker.Locator("main form button[type=submit]").First.ClickAsync();
        var link = (await worker.Locator(".portal-share__link").InnerTextAsync()).Trim();
        var person = await browser.OpenAsync(sites.Bradford, Screen.Phone, scripts);
        await person.GotoAsync(link);
        (await person.InnerTextAsync("main")).ShouldContain("They look forward to seeing you.");
        await person.Locator("button[name=kind][value=Went]").First.ClickAsync();
        (await person.InnerTextAsync("main")).ShouldContain("You said: I went.");
        await person.ShouldBeAccessibleAsync(scripts);
        await person.PictureAsync($"intro-6-went-{screen}");
    }
}
