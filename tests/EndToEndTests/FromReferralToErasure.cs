using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>The whole way of one person: a practice refers, a worker listens, a group answers, the team meets, and in the end nothing of the person is kept. Each part has a journey of its own; this one shows that they fit.</summary>
[Collection("journeys")]
public sealed class FromReferralToErasure(SampleSites sites, Browser browser)
{
    private const string Worker = "whole-way@example.org", Family = "Onceuponatime", Group = "Manningham Back Garden", Team = "Whole way";

    [SkippableFact]
    public async Task Somebody_is_referred_heard_introduced_followed_up_talked_about_exported_and_erased()
    {
        await ReferAsync(await PrepareAsync());
        var worker = await browser.OpenAsync(sites.Bradford, Screen.Desktop);
        await worker.SignInAsWorkerAsync(Worker, scripts: true);

        // Triage, and the first contact.
        await worker.Locator(".portal-tabs a[href$='/workspace/referrals']").ClickAsync();
        await worker.Locator(".portal-board__item a", new() { HasText = Family }).ClickAsync();
        await worker.Locator("form[action*='Accept'] button").ClickAsync();
        var record = worker.Url.Split('?', '#')[0];
        await worker.GotoAsync("workspace");
        await worker.Locator(".portal-board__item", new() { HasText = Family }).Locator("a[href*='/contact']").ClickAsync();
        await worker.Locator(".portal-picks a[href*='reached']").ClickAsync();
        await worker.FillAsync("#Note", "Misses her garden.");
        await worker.Locator("main form button[type=submit]").ClickAsync();

        var plan = await PlanAsync(worker);
        var group = await AcceptAsync();
        await ReadInUrduAsync(await ShareAsync(worker, plan));
        await FollowUpAsync(worker, plan);
        await SayFullAsync(group);

        await MeetAsync(worker);
        await worker.GotoAsync(record + "/file");
        (await DownloadAsync(worker)).ShouldContain(Family);
        await worker.GotoAsync(record + "/erase");
        await worker.CheckAsync("input[name=Why][value=asked]");
        await worker.FillAsync("#Typed", Family);
        await worker.Locator("main form[method=post] button[type=submit]").Last.ClickAsync();
        (await worker.InnerTextAsync(".portal-notice")).ShouldContain("The record is erased");
        (await worker.GotoAsync(record))!.Status.ShouldBe(404);
        (await worker.GotoAsync(plan))!.Status.ShouldBe(404);
    }

    /// <summary>There is a worker in a team of their own, and a practice with a link to refer by, which is returned.</summary>
    private async Task<string> PrepareAsync()
    {
        var site = await TestSite.OpenAsync(sites.Host, "bradford");
        await site.CreateLinkAsync(Worker, "/workspace", "UseWorkspace", "TriageReferrals", "EraseRecords");
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var user = await services.GetRequiredService<IUsers>().FindByEmailAsync(Worker, default);
            var team = new Team { Id = Ids.New(TimeProvider.System), Name = Team };
            team.SetMembers([user!.Id]);
            db.Add(team);
            await db.SaveChangesAsync();
        });
        var manager = await site.SignInAsync("ManageReferrers");
        return (await manager.SubmitAsync(await manager.GetAsync("/manage/referrers"), "#add", [("Name", "Lathe Lane Surgery")])).Find(".portal-share__link").TextContent;
    }

    private async Task ReferAsync(string link)
    {
        var practice = await browser.OpenAsync(sites.Bradford, Screen.Desktop);
        await practice.GotoAsync(link);
        await practice.FillAsync("#Referrer-Name", "Dr Test");
        await practice.FillAsync("#Referrer-Email", "gp@example.org");
        await NextAsync("who");
        await practice.FillAsync("#Form-Who-FirstName", "نسرین");
        await practice.FillAsync("#Form-Who-FamilyName", Family);
        await practice.FillAsync("#Form-Who-Born", "27");
        await practice.FillAsync("#Form-Who-Born-Month", "3");
        await practice.FillAsync("#Form-Who-Born-Year", "1961");
        await NextAsync("reach");
        await practice.FillAsync("#Form-Reach-Phone", "07700 900463");
        await NextAsync("communication");
        await practice.SelectOptionAsync("#Form-Communication-Reads", "ur");
        await practice.CheckAsync("input[name='Form.Communication.Interpreter'][value=no]");
        await NextAsync("reason");
        await practice.FillAsync("#Reason-Words", "Lonely since the fall");
        await NextAsync("risks");
        await practice.CheckAsync("input[name='Form.Risks.Answer'][value=none]");
        await NextAsync("agreement");
        await practice.CheckAsync("#Agreement-IsGiven");
        await NextAsync("check");
        await practice.Locator("main form button[type=submit]").ClickAsync();
        (await practice.InnerTextAsync("main")).ShouldContain("We have it.");

        async Task NextAsync(string to)
        {
            await practice.Locator("main form button[type=submit]").ClickAsync();
            practice.Url.ShouldEndWith("/" + to);
        }
    }

    /// <summary>What would suit, the group that does, and an introduction to it.</summary>
    private static async Task<string> PlanAsync(IPage worker)
    {
        await worker.GotoAsync("workspace");
        await worker.Locator(".portal-board__item", new() { HasText = Family }).Locator("form[action*='handler=Plan'] button").ClickAsync();
        var plan = worker.Url.Split('?', '#')[0];
        await worker.GotoAsync(plan + "/suits");
        await worker.Locator("[name='Wish.Activities'][value=gardening]").CheckAsync();
        await worker.FillAsync("[name='Wish.Place']", "BD8 7HY");
        await worker.Locator("main form.portal-form button[type=submit]").ClickAsync();
        await worker.Locator(".portal-suggestions .portal-match", new() { Has = worker.Locator("h3", new() { HasText = Group }) }).Locator("button[type=submit]").ClickAsync();
        await worker.Locator(".portal-step a[href*='/introduce/']").ClickAsync();
        await worker.FillAsync("[name='Letter.Reach']", "Through me, 01632 960124");
        await worker.Locator("main form button[type=submit]").First.ClickAsync();
        await worker.Locator("#Agreed").CheckAsync();
        await worker.Locator("button[formaction*='Send']").ClickAsync();
        (await worker.InnerTextAsync("main")).ShouldContain("Asked, no answer yet");
        return plan;
    }

    /// <summary>Somebody of the group, who has no account, says that there is a place.</summary>
    private async Task<IPage> AcceptAsync()
    {
        var group = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await group.GotoAsync("dev/mail");
        await group.Locator("table a").First.ClickAsync();
        await group.Locator("article a[href*='/introductions/']").First.ClickAsync();
        (await group.InnerTextAsync(".portal-letter")).ShouldContain("01632 960124");
        await group.Locator("a[href$='/accept']").ClickAsync();
        await group.FillAsync("[name='Answer.Words']", "Come to the side gate and ask for Rafiq.");
        await group.Locator("main form button[type=submit]").ClickAsync();
        (await group.InnerTextAsync("main")).ShouldContain("Thank you. Your answer is on its way");
        return group;
    }

    /// <summary>Later the group has no place any more, and the page for everybody says so.</summary>
    private static async Task SayFullAsync(IPage group)
    {
        await group.Locator("a[href$='/cannot']").ClickAsync();
        await group.CheckAsync("[name='Answer.Reason'][value=Full]");
        var month = await group.Locator("[name='Answer.Until'] option").Nth(2).InnerTextAsync();
        await group.Locator("[name='Answer.Until']").SelectOptionAsync(new SelectOptionValue { Label = month });
        await group.Locator("main form button[type=submit]").ClickAsync();
        await group.GotoAsync("groups?q=Manningham+Back+Garden");
        await group.Locator("main h2 a, main h3 a", new() { HasText = Group }).First.ClickAsync();
        (await group.InnerTextAsync("main")).ShouldContain(month.Split(' ')[0]);
    }

    private static async Task<string> ShareAsync(IPage worker, string plan)
    {
        await worker.GotoAsync(plan + "/share");
        await worker.Locator("main form button[type=submit]").First.ClickAsync();
        return (await worker.Locator(".portal-share__link").InnerTextAsync()).Trim();
    }

    private async Task ReadInUrduAsync(string link)
    {
        var person = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await person.GotoAsync(link);
        (await person.GetAttributeAsync("html", "lang")).ShouldBe("ur");
        PlanOnPaper.SheetsOf(await person.PdfAsync(new PagePdfOptions { Format = "A4" })).ShouldBe(1);
        await person.Locator("button[name=kind][value=Went]").First.ClickAsync();
    }

    private static async Task FollowUpAsync(IPage worker, string plan)
    {
        await worker.GotoAsync(plan + "/follow-up");
        await worker.Locator("a[href$='/follow-up']", new() { HasText = "Note how it went" }).First.ClickAsync();
        (await worker.IsCheckedAsync("[name=Attended][value=yes]")).ShouldBeTrue("They said so on the plan.");
        await worker.CheckAsync("[name=DidHelp][value=ALot]");
        await worker.Locator("main form button[type=submit]:not(.portal-button-link)").First.ClickAsync();
        (await worker.InnerTextAsync("main")).ShouldContain("It helped a lot.");
    }

    private static async Task MeetAsync(IPage worker)
    {
        await worker.GotoAsync("workspace");
        await worker.Locator(".portal-board__item h3 a", new() { HasText = Family }).ClickAsync();
        await worker.Locator("a[href$='/agenda']").ClickAsync();
        await worker.FillAsync("#Why", "More than one group helps");
        await worker.Locator("#flag button").ClickAsync();
        await worker.GotoAsync("workspace/meetings");
        var team = worker.Locator("section.portal-panel", new() { HasText = Team });
        await team.Locator(".portal-actions a").First.ClickAsync();
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        foreach (var (field, value) in new[] { ("#On", today.Day), ("#On-Month", today.Month), ("#On-Year", today.Year) }) await worker.FillAsync(field, value.ToString(CultureInfo.InvariantCulture));
        await worker.Locator("main form button[type=submit]").ClickAsync();
        await team.Locator(".portal-actions a.nhsuk-button").ClickAsync();
        await worker.Locator(".portal-board__item .portal-tools a").First.ClickAsync();
        await worker.FillAsync("#Decision", "Modules from January");
        await worker.CheckAsync("input[name=To][value=tier-2]");
        await worker.Locator("main form button[type=submit]").ClickAsync();
        await worker.Locator("input[name=Present]").First.CheckAsync();
        await worker.Locator("#record button[formaction]").ClickAsync();
        (await worker.InnerTextAsync("main")).ShouldContain("Tier 2: signposting and modules");
    }

    private static async Task<string> DownloadAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("button[name=Json][value=true]"));
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
