using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>A plan is printed on A4 and read without help.</summary>
[Collection("journeys")]
public sealed class PlanOnPaper(SampleSites sites, Browser browser)
{
    /// <summary>11.5 points in pixels: the smallest type on the sheet.</summary>
    private const double SmallestType = 11.5 / 72 * 96;

    private static readonly string[] fiveSteps = ["walk", "singing", "garden", "chair", "pacing"];

    [SkippableFact]
    public async Task Five_steps_take_one_sheet_in_each_language_and_a_longer_plan_breaks_between_steps()
    {
        var worker = await browser.OpenAsync(sites.Bradford, Screen.Desktop);
        await worker.SignInAsync(sites, "UseWorkspace");

        foreach (var (language, name, note) in new[] { ("en", "Shabana", "Ask for the host at the door."), ("ur", "شبانہ", "دروازے پر میزبان کو پوچھیں۔"), ("pl", "Beata", "Przy wejściu zapytaj o prowadzącą.") })
        {
            var sheet = await ShareAsync(worker, language, name, note, fiveSteps);
            if (language == "ur") await sheet.Locator("html.has-nastaliq").WaitForAsync();
            var paper = await sheet.PdfAsync(new PagePdfOptions { Format = "A4", Path = Browser.Pictures is { } folder ? Path.Combine(folder, $"plan-of-five-{language}.pdf") : null });
            SheetsOf(paper).ShouldBe(1, language);
            await sheet.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            (await SmallestTypeAsync(sheet)).ShouldBeGreaterThanOrEqualTo(SmallestType - .1, language);
            (await sheet.Locator(".portal-plan__qr").IsVisibleAsync()).ShouldBeTrue(language);
            (await sheet.Locator(".portal-plan__step .portal-phone").First.IsVisibleAsync()).ShouldBeTrue(language);
        }

        var longer = await ShareAsync(worker, "ur", "شبانہ", new string('ے', 240), [.. fiveSteps, "yoga", "art", "tea", "advice"]);
        SheetsOf(await longer.PdfAsync(new PagePdfOptions { Format = "A4" })).ShouldBe(2);
        await longer.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await longer.EvaluateAsync<string[]>("[...document.querySelectorAll('.portal-plan__step')].map(step => getComputedStyle(step).breakInside)")).ShouldAllBe(rule => rule == "avoid");
    }

    /// <summary>How many pages a PDF has: its page objects are not compressed by Chromium.</summary>
    public static int SheetsOf(byte[] pdf) => Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)", RegexOptions.None, TimeSpan.FromSeconds(5));

    private async Task<IPage> ShareAsync(IPage worker, string language, string name, string note, string[] steps)
    {
        await worker.GotoAsync("workspace/plans/new");
        await worker.FillAsync("input[name='Person.Name']", name);
        await worker.SelectOptionAsync("select[name='Person.Language']", language);
        await worker.FillAsync("textarea[name='Matters']", "To walk to the park with my grandchildren again.");
        await worker.Locator("main form button[type=submit]").ClickAsync();
        await worker.AddStepsAsync(steps);
        (await worker.Locator(".portal-steps > li").CountAsync()).ShouldBe(steps.Length);
        for (var step = 0; step < 2; step++)
        {
            await worker.Locator(".portal-step details summary").Nth(step).ClickAsync();
            await worker.Locator(".portal-step textarea").Nth(step).FillAsync(note);
        }

        await worker.Locator("#plan-form button[type=submit]").First.ClickAsync();
        // The form is sent once its words are kept.
        await worker.Locator(".portal-notice", new() { HasText = "Saved" }).WaitForAsync();
        await worker.GotoAsync(worker.Url.Split('?', '#')[0] + "/share");
        await worker.Locator("main form button[type=submit]").First.ClickAsync();
        var link = (await worker.Locator(".portal-share__link").InnerTextAsync()).Trim();
        var reader = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await reader.GotoAsync(link);
        await reader.EvaluateAsync("document.fonts.ready");
        return reader;
    }

    private static Task<double> SmallestTypeAsync(IPage sheet)
        => sheet.EvaluateAsync<double>("""
            Math.min(...[...document.querySelectorAll('.portal-plan *')]
                .filter(element => element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()) && !element.closest('.nhsuk-u-visually-hidden'))
                .map(element => parseFloat(getComputedStyle(element).fontSize)))
            """);
}
