using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>A person is heard, goals with steps are agreed, the plan is shared in Urdu, it is noted how it went, and a letter ends it.</summary>
[Collection("journeys")]
public sealed class WholePlanJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task From_what_matters_to_the_closing_letter(Screen screen, bool scripts)
    {
        var worker = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await worker.SignInAsync(sites, "UseWorkspace");
        await worker.GotoAsync("workspace/people/new");
        await worker.FillAsync("[name='Who.FirstName']", "رخسانہ");
        await worker.FillAsync("[name='Who.FamilyName']", $"Sample {screen}");
        foreach (var (part, value) in new[] { ("Day", "27"), ("Month", "3"), ("Year", "1961") }) await worker.FillAsync($"[name='Who.Born.{part}']", value);
        await SaveAsync(worker);
        var person = worker.Url;
        await worker.GotoAsync(person + "/reach");
        await worker.FillAsync("[name='Form.Reach.Phone']", "07700 900461");
        await SaveAsync(worker);
        await worker.GotoAsync(person + "/communication");
        await worker.Locator("[name='Form.Communication.Reads']").SelectOptionAsync("ur");
        await SaveAsync(worker);

        // What matters, and a goal with what is behind it.
        await worker.Locator("form[action*='handler=Plan'] button").ClickAsync();
        var plan = worker.Url.Split('?')[0];
        await worker.FillAsync("[name='Texts[matters]']", "میں پھر سے گانا چاہتی ہوں۔");
        await worker.FillAsync("[name=NewGoal]", "منگل کو گانے جانا");
        await worker.Locator("button", new() { HasText = "Add the goal" }).ClickAsync();
        await worker.Locator("#goals ~ ul a").First.ClickAsync();
        await worker.FillAsync("[name='Texts[need]']", "گھر میں اکیلی ہوں");
        await worker.Locator("[name='Texts[importance]']").SelectOptionAsync("8");
        await worker.FillAsync("[name='Texts[signs]']", "صبح گنگنانا");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"whole-1-goal-{screen}");
        await SaveAsync(worker);
        if (scripts) (await worker.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior")).ShouldBe("auto", "A page that opens at its goals must not glide away under a finger.");
        await worker.AddStepsAsync("singing");
        await worker.GotoAsync(plan);
        await worker.Locator(".portal-step a[href*='/steps/']").First.ClickAsync();
        await worker.Locator("[name='Texts[goal]']").SelectOptionAsync(new SelectOptionValue { Label = "منگل کو گانے جانا" });
        await worker.FillAsync("[name='Texts[who]']", "رخسانہ اور نسرین");
        await worker.Locator("[name='Texts[confidence]']").SelectOptionAsync("6");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"whole-2-step-{screen}");
        await SaveAsync(worker);
        await worker.GotoAsync(plan + "/agreed");
        await worker.FillAsync("[name='Texts[with]']", "رخسانہ");
        await worker.FillAsync("[name='Texts[agreed]']", "2026-11-20");
        await worker.FillAsync("[name='Texts[review]']", "2026-11-27");
        await worker.ShouldBeAccessibleAsync(scripts);
        await SaveAsync(worker);
        (await worker.InnerTextAsync("#agreed")).ShouldContain("20 November 2026");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"whole-3-plan-{screen}");

        await ReadAsync(await ShareAsync(worker, plan), screen, scripts);

        // From the list of what is due: how did it go?
        await worker.GotoAsync("workspace");
        await worker.Locator("#reviews a").First.ClickAsync();
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.Locator("a[href$='/follow-up']", new() { HasText = "Note how it went" }).First.ClickAsync();
        (await worker.IsCheckedAsync("[name=Attended][value=yes]")).ShouldBeTrue("They said so on the plan.");
        await worker.CheckAsync("[name=DidHelp][value=ALot]");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"whole-5-went-{screen}");
        await SaveAsync(worker);
        (await worker.InnerTextAsync("main")).ShouldContain("It helped a lot.");
        await worker.PictureAsync($"whole-6-follow-up-{screen}");

        await CloseAsync(worker, plan, screen, scripts);
    }

    [SkippableTheory]
    [InlineData(Screen.Desktop, "")]
    [InlineData(Screen.Phone, "ur/")]
    public async Task The_settings_for_texts_and_the_pages_of_a_plan_are_accessible_in_each_direction(Screen screen, string language)
    {
        var page = await browser.OpenAsync(sites.Bradford, screen);
        await page.SignInAsync(sites, "UseWorkspace", "ManageMessages");
        await page.GotoAsync(language + "manage/texts");
        await page.ShouldBeAccessibleAsync(true);
        await page.PictureAsync($"whole-9-texts-{screen}");
        await page.GotoAsync("workspace/plans/new");
        await page.FillAsync("[name='Person.Name']", "Beata");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.FillAsync("[name=NewGoal]", "Walk to the park");
        await page.FillAsync("[name=OwnStep]", "Walk to the shop");
        await page.Locator("button", new() { HasText = "Add the goal" }).ClickAsync();
        var step = (await page.Locator(".portal-step a[href*='/steps/']").First.GetAttributeAsync("href"))!.Split('/')[^1];
        var plan = "workspace/plans/" + page.Url.Split('?', '#')[0].Split('/')[^1];
        await page.GotoAsync($"{plan}/steps/{step}");
        await page.FillAsync("[name='Texts[review]']", "2026-11-02");
        await SaveAsync(page);
        foreach (var (name, path) in new[] { ("plan", plan), ("step", $"{plan}/steps/{step}"), ("agreed", plan + "/agreed"), ("went", $"{plan}/steps/{step}/follow-up"), ("overview", plan + "/follow-up"), ("closing", plan + "/closing"), ("easy", plan + "/preview?easy=true"), ("board", "workspace") })
        {
            await page.GotoAsync(language + path);
            await page.ShouldBeAccessibleAsync(true);
            await page.PictureAsync($"whole-9-{name}-{screen}");
        }
    }

    private static async Task<string> ShareAsync(IPage worker, string plan)
    {
        await worker.GotoAsync(plan + "/share");
        await worker.Locator("main form button[type=submit]").First.ClickAsync();
        return (await worker.Locator(".portal-share__link").InnerTextAsync()).Trim();
    }

    private async Task ReadAsync(string link, Screen screen, bool scripts)
    {
        var reader = await browser.OpenAsync(sites.Bradford, Screen.Phone, scripts);
        await reader.GotoAsync(link);
        (await reader.GetAttributeAsync("html", "lang")).ShouldBe("ur");
        (await reader.InnerTextAsync("main")).ShouldContain("صبح گنگنانا");
        await reader.ShouldBeAccessibleAsync(scripts);
        await reader.PictureAsync($"whole-4-shared-{screen}");
        PlanOnPaper.SheetsOf(await reader.PdfAsync(new PagePdfOptions { Format = "A4" })).ShouldBe(1);
        await reader.Locator("a[href*='easy=true']").ClickAsync();
        (await reader.InnerTextAsync(".portal-plan--easy")).ShouldContain("یہ میرا منصوبہ ہے۔");
        await reader.ShouldBeAccessibleAsync(scripts);
        await reader.PictureAsync($"whole-4-easy-{screen}");
        await reader.Locator("button[name=kind][value=Went]").First.ClickAsync();
        reader.Url.ShouldContain("easy=true");
    }

    private static async Task CloseAsync(IPage worker, string plan, Screen screen, bool scripts)
    {
        await worker.GotoAsync(plan + "/closing");
        await worker.FillAsync("[name=OwnWords]", "آپ نے بہت ہمت دکھائی۔");
        await worker.Locator("button[formaction*='Preview']").ClickAsync();
        (await worker.InnerTextAsync(".portal-letter")).ShouldContain("آپ نے بہت ہمت دکھائی۔");
        await worker.CheckAsync("#way-text");
        await worker.CheckAsync("#way-print");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"whole-7-closing-{screen}");
        await worker.Locator("button[formaction*='Send']").ClickAsync();
        (await worker.InnerTextAsync("main")).ShouldContain("The letter is on its way, and the plan is closed.");
        await worker.ShouldBeAccessibleAsync(scripts);
        await worker.PictureAsync($"whole-8-letter-{screen}");
        await worker.GotoAsync("dev/mail");
        await worker.Locator("table a", new() { HasText = "ہماری بات چیت فی الحال مکمل ہو گئی" }).First.WaitForAsync();
    }

    private static async Task SaveAsync(IPage page)
    {
        var before = page.Url;
        await page.Locator("main form button[type=submit]:not(.portal-button-link)").First.ClickAsync();
        await page.WaitForURLAsync(address => address != before);
    }
}
