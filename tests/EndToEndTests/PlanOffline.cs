using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>A worker types in a living room with a bad connection, and two type at once.</summary>
[Collection("journeys")]
public sealed partial class PlanOffline(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Words_typed_without_a_network_wait_in_the_page_and_are_saved_when_it_is_back(Screen screen)
    {
        var page = await StartAsync(screen, $"Nadia {screen}");
        await page.FillAsync("[name='Texts[matters]']", "To sing again.");
        await SavedAsync(page);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);

        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("[name='Texts[matters]']", "To sing again, on Tuesdays.");
        await page.Locator("details summary", new() { HasText = "Strengths" }).ClickAsync();
        await page.FillAsync("[name='Texts[strengths]']", "A loud voice.");
        await Status(page).GetByText("Not saved yet, trying again.").WaitForAsync();
        await Assertions.Expect(Status(page)).ToContainTextAsync("2");
        await page.ShouldBeAccessibleAsync(true);
        await page.PictureAsync($"offline-1-waiting-{screen}");

        // The button does not lead into the void: the page with its words stays.
        await page.Locator("#plan-form button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator("[name='Texts[matters]']")).ToHaveValueAsync("To sing again, on Tuesdays.");
        (await page.EvaluateAsync<bool>("dispatchEvent(new Event('beforeunload', { cancelable: true }))")).ShouldBeFalse("The browser asks before the page is left.");
        // Nothing of it lies on the device.
        (await page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")).ShouldNotContain("Tuesdays");

        await page.Context.SetOfflineAsync(false);
        await SavedAsync(page);
        (await page.EvaluateAsync<bool>("dispatchEvent(new Event('beforeunload', { cancelable: true }))")).ShouldBeTrue();
        await page.ReloadAsync();
        (await page.InputValueAsync("[name='Texts[matters]']")).ShouldBe("To sing again, on Tuesdays.");
        (await page.InputValueAsync("[name='Texts[strengths]']")).ShouldBe("A loud voice.");
        errors.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Two_tablets_at_once_see_both_texts_and_choose()
    {
        var first = await StartAsync(Screen.Desktop, "Two tablets");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        await first.FillAsync("[name='Texts[matters]']", "From the first tablet");
        await SavedAsync(first);

        await second.FillAsync("[name='Texts[matters]']", "From the second tablet");
        await second.Locator(".portal-theirs").WaitForAsync();
        (await second.InnerTextAsync(".portal-theirs")).ShouldContain("From the first tablet");
        await Assertions.Expect(second.Locator("[name='Texts[matters]']")).ToHaveValueAsync("From the second tablet");
        await second.ShouldBeAccessibleAsync(true);
        await second.PictureAsync("offline-2-both-texts");

        await second.Locator(".portal-theirs button", new() { HasText = "Keep mine" }).ClickAsync();
        await SavedAsync(second);
        await first.ReloadAsync();
        (await first.InputValueAsync("[name='Texts[matters]']")).ShouldBe("From the second tablet");
    }

    private async Task<IPage> StartAsync(Screen screen, string name)
    {
        var worker = await browser.OpenAsync(sites.Bradford, screen);
        await worker.SignInAsync(sites, "UseWorkspace");
        await worker.GotoAsync("workspace/plans/new");
        await worker.FillAsync("[name='Person.Name']", name);
        await worker.Locator("[name='Person.Language']").SelectOptionAsync("en");
        await worker.Locator("main form button[type=submit]").ClickAsync();
        await worker.Locator("#plan-form").WaitForAsync();
        return worker;
    }

    private static Task SavedAsync(IPage page) => Assertions.Expect(Status(page)).ToContainTextAsync(SavedAt());

    private static ILocator Status(IPage page) => page.Locator("[data-status]");

    [GeneratedRegex("^Saved ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SavedAt();
}
