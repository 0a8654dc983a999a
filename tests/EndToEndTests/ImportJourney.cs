using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody brings the list of groups that a neighbourhood keeps in a spreadsheet, with all that is wrong in it.</summary>
[Collection("journeys")]
public sealed class ImportJourney(SampleSites sites, Browser browser)
{
    private const string Sheet =
        "Groups in Heaton - updated March\n\nActivity;Weekday;From;Until;Meeting place;Ring;Price\nHeaton tea and chat;Monday;10;12;Heaton Hall, Leylands Lane, Bradford BD9 5QX;01632 960123;Free\n;Tuesday;2pm;;Heaton Hall;01632 960124;£2\nHeaton choir;some day;;;;01632 960125;a smile\n";

    [SkippableTheory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_messy_spreadsheet_comes_in_with_its_errors_put_right_on_the_page(Screen screen, bool scripts)
    {
        var page = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await page.SignInAsync(sites, "ManageImports");
        await page.GotoAsync("manage/imports/add");

        // The file and what is known of it.
        await page.Locator("#Upload").SetInputFilesAsync(new FilePayload { Name = "heaton.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Sheet) });
        await page.FillAsync("#Name", $"Heaton list {screen}");
        await page.FillAsync("#Publisher", "Heaton neighbours");
        await page.FillAsync("#Licence", "Open Government Licence v3.0");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"import-0-add-{screen}");
        await page.Locator("main form button.nhsuk-button").First.ClickAsync();

        // What the columns mean; one was not known.
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Heaton tea and chat");
        await page.Locator("select[name='Fields[5]']").SelectOptionAsync("phone");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"import-1-columns-{screen}");
        await page.Locator("main form button.nhsuk-button").First.ClickAsync();
        await UntilAsync(page, "What we found");

        // The line that could not be taken.
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"import-2-found-{screen}");
        await page.Locator("main a[href$='/lines']").ClickAsync();
        await page.Locator("input[name='Cells[0]']").FillAsync($"Heaton line dancing {screen}");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"import-3-lines-{screen}");
        await page.Locator(".portal-history form button.nhsuk-button").First.ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("There is no line left to put right");

        // A look at what is new, then into the directory.
        await page.Locator(".nhsuk-back-link").ClickAsync();
        await page.Locator("a[href*='kind=Added']").First.ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"import-4-review-{screen}");
        await page.Locator(".nhsuk-back-link").ClickAsync();
        await page.Locator("form[action*='handler=Apply'] button").ClickAsync();
        await UntilAsync(page, "in the directory");
        await page.PictureAsync($"import-5-done-{screen}");

        var reader = await browser.OpenAsync(sites.Bradford, Screen.Phone, scripts);
        await reader.GotoAsync($"groups?q=Heaton+line+dancing+{screen}");
        await reader.Locator(".portal-card a").First.ClickAsync();
        (await reader.Locator("main").InnerTextAsync()).ShouldContain("From the directory of Heaton neighbours, under Open Government Licence v3.0");
    }

    /// <summary>Without scripts the page says how far it is when one looks again.</summary>
    private static async Task UntilAsync(IPage page, string words)
    {
        for (var looks = 0; looks < 60 && !(await page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.Ordinal); looks++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
        }

        (await page.Locator("main").InnerTextAsync()).ShouldContain(words);
    }
}
