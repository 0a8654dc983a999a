using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody who was helped asks for what is kept on them, takes back what they agreed to, and has it erased.</summary>
[Collection("journeys")]
public sealed class RightsJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, true, "bradford", "lead-phone@example.org")]
    [InlineData(Screen.Desktop, false, "somerset", "lead-desktop@example.org")]
    public async Task The_record_is_handed_over_consent_taken_back_and_everything_erased(Screen screen, bool scripts, string tenant, string lead)
    {
        var site = await TestSite.OpenAsync(sites.Host, tenant);
        await site.CreateLinkAsync(lead, "/workspace", "UseWorkspace", "SeeAllPeople", "EraseRecords", "LookUrgently");
        var page = await browser.OpenAsync(new Uri(sites.Host.Address, $"/{tenant}/"), screen, scripts);
        await page.SignInAsWorkerAsync(lead, scripts);
        var family = $"Forgetmenot{screen}";
        var record = await BeginAsync(page, family);

        foreach (var (section, fields) in Filled)
        {
            await page.GotoAsync($"{record}/{section}");
            foreach (var (field, value) in fields) await page.FillAsync(field, value);
            await page.ShouldBeAccessibleAsync(scripts);
            await page.PictureAsync($"rights-1-{section}-{screen}");
            await SubmitAsync(page);
        }

        (await page.InnerTextAsync(".portal-heed")).ShouldContain("Tell them nothing");
        (await page.InnerTextAsync(".portal-heed")).ShouldContain("Money goes missing");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"rights-2-record-{screen}");
        await page.Locator("a[href$='/rights']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"rights-3-rights-{screen}");

        await page.Locator("a[href$='/file']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"rights-4-file-{screen}");
        (await DownloadAsync(page, "false")).ShouldContain(family);
        (await DownloadAsync(page, "true")).ShouldContain("\"person_demographics\"");

        await page.GotoAsync($"{record}/consent");
        await page.CheckAsync("input[name=Scope][value=record]");
        await page.CheckAsync("input[name=How][value=spoken]");
        await SubmitAsync(page);
        await page.Locator("a[href$='/withdraw']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"rights-5-withdraw-{screen}");
        await SubmitAsync(page);

        await page.GotoAsync($"{record}/erase");
        await page.CheckAsync("input[name=Why][value=asked]");
        await page.FillAsync("#Typed", family);
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"rights-6-erase-{screen}");
        await SubmitAsync(page);
        (await page.InnerTextAsync(".portal-notice")).ShouldContain("The record is erased");
        (await page.GotoAsync(record))!.Status.ShouldBe(404);
    }

    [SkippableFact]
    public async Task What_leads_look_after_reads_well_in_every_direction()
    {
        var site = await TestSite.OpenAsync(sites.Host, "bradford");
        await site.CreateLinkAsync("lead-ur@example.org", "/workspace", "UseWorkspace", "SeeAllPeople", "EraseRecords", "LookUrgently");
        var page = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await page.SignInAsWorkerAsync("lead-ur@example.org", scripts: true);
        var id = (await BeginAsync(page, "Marigoldini")).Split('/')[^1];
        // Somebody of that name is known already: it is another record all the same.
        await BeginAsync(page, "Marigoldini");
        await SubmitAsync(page);
        var twin = page.Url.Split('/')[^1];
        foreach (var (record, phone) in new[] { (id, "07700 900461"), (twin, "07700 900462") })
        {
            await page.GotoAsync($"workspace/people/{record}/reach");
            await page.FillAsync("#Form-Reach-Phone", phone);
            await SubmitAsync(page);
        }

        foreach (var language in new[] { "", "ur/", "pl/" })
        {
            foreach (var path in new[] { "workspace/urgent", "workspace/urgent/looks", "workspace/retention", "manage/retention", $"workspace/people/{id}/keep", $"workspace/people/{id}/erase", $"workspace/people/{id}/rights", $"workspace/people/{id}/safeguarding", $"workspace/people/{id}/contacts", $"workspace/people/{id}/merge", $"workspace/people/{id}/merge/{twin}" })
            {
                await page.GotoAsync(language + path);
                await page.ShouldBeAccessibleAsync(scripts: true);
                await page.PictureAsync($"rights-{language.TrimEnd('/')}-{(path.EndsWith(twin, StringComparison.Ordinal) ? "compare" : path.Split('/')[^1])}");
            }
        }
    }

    private static IReadOnlyList<(string Section, IReadOnlyList<(string Field, string Value)> Fields)> Filled { get; } =
    [
        ("contacts", [("[id='Form-Contacts-Items-0--Name']", "Sana"), ("[id='Form-Contacts-Items-0--Phone']", "07700 900462")]),
        ("safeguarding", [("[id='Form-Safeguarding-Items-0--What']", "Money goes missing")]),
        ("health", [("#Form-Health-Issues", "Back pain")]),
        ("social", [("#Form-Social-Household", "Lives alone")]),
        ("services", [("[id='Form-Services-Items-0--Name']", "Meals")]),
        ("particulars", [("#Form-Particulars-PlaceOfBirth", "Mirpur")]),
    ];

    /// <summary>Begins a record and returns its address.</summary>
    private static async Task<string> BeginAsync(IPage page, string family)
    {
        await page.GotoAsync("workspace/people/new");
        await page.FillAsync("#Who-FirstName", "Marigold");
        await page.FillAsync("#Who-FamilyName", family);
        await page.FillAsync("#Who-Born", "27");
        await page.FillAsync("#Who-Born-Month", "3");
        await page.FillAsync("#Who-Born-Year", "1961");
        await SubmitAsync(page);
        return page.Url;
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button[type=submit]").Last.ClickAsync();

    private static async Task<string> DownloadAsync(IPage page, string json)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($"button[name=Json][value={json}]"));
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
