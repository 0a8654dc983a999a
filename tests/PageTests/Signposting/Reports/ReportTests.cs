using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Reports;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting.Reports;

public sealed class ReportTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_figures_are_those_counted_by_hand(DatabaseKind kind)
    {
        var site = await FilledAsync(kind);

        var report = await site.ReportAsync();

        // 24 people and 3 referrals that were declined.
        ReportSite.Table(report, "Referrals by who sent them").ShouldBe("By a practice’s link 25\nBy a professional 0\nBy themselves or a carer *\nEntered by the team 0\nAll 25");
        ReportSite.Table(report, "Referrals decided").ShouldBe("Accepted 25\nDeclined *\nAll 25");
        ReportSite.Table(report, "How long people waited").Split('\n')[..3].ShouldBe(["To a decision 25 1 2", "To the first contact 25 6.5 10", "To the first contact, without breaks 25 6.5 10"]);
        ReportSite.Table(report, "Contacts by result").ShouldStartWith("Reached 25\nNo answer 0");
        ReportSite.Table(report, "Records begun").ShouldBe("All 25");
        // 9 were reached and their care ended; 15 are in the second stage.
        ReportSite.Table(report, "People in each stage").Split('\n').ShouldContain("Being supported 15 25 0");
        ReportSite.Table(report, "Why support ended").Split('\n')[0].ShouldEndWith(" 10");
        ReportSite.Table(report, "Steps by kind").ShouldBe("Groups and activities 25\nThings to read 0\nCourses 0\nIn own words 25\nAll 50");
        ReportSite.Table(report, "Did it help?").ShouldStartWith("A lot 25");
        ReportSite.Table(report, "What people said on their own plan").ShouldStartWith("I went 25");
        ReportSite.Table(report, "What groups answered").ShouldStartWith("They can come 25");
        ReportSite.Table(report, "How long groups took to answer").ShouldBe("To the group’s answer 25 3 3");
        ReportSite.Table(report, "Sex").ShouldBe("Female 15 60%\nMale 10 40%\nOther 0 0%\nNot known 0 \nAll 25 ");
        ReportSite.Table(report, "Age").Split('\n').ShouldContain("60 to 69 25 100%");
        report.Text.ShouldContain("1 to 7, or a number that would give such a small number away");
        report.Text.ShouldContain("A wait counts in the month in which it ended");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_team_has_figures_of_its_own(DatabaseKind kind)
    {
        var site = await FilledAsync(kind);

        ReportSite.Table(await site.ReportAsync(team: site.Teams["north"]), "Records begun").ShouldBe("All 15");
        ReportSite.Table(await site.ReportAsync(team: site.Teams["south"]), "Records begun").ShouldBe("All 10");
        (await site.ReportAsync(team: "nobody")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_erased_record_is_in_the_figures_as_before_and_a_counted_month_never_changes(DatabaseKind kind)
    {
        var site = await ReportSite.CreateAsync(kind);
        var erased = "";
        for (var i = 0; i < 9; i++) erased = await site.AddAsync(new Past("north", 5 + i, Sex: "male", EndedFor: "done"));
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople", "EraseRecords");
        await EraseAsync(lead, erased);
        await site.CountAsync();

        var report = await site.ReportAsync();

        // Without the one who was erased there would be 8, which is also shown as 10; so the counts themselves are looked at too.
        ReportSite.Table(report, "Records begun").ShouldBe("All 10");
        var counts = await CountsAsync(site);
        foreach (var measure in new[] { Measure.Referrals, Measure.Begun, Measure.ToContact, Measure.Ended, Measure.Plans, Measure.Signposts, Measure.Answered, Measure.Age, Measure.Sex })
            counts.Teams[site.Teams["north"]][measure].Values.Sum().ShouldBe(measure == Measure.Signposts ? 18 : 9, measure);

        foreach (var id in await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Portal.Signposting.Domain.People.Person>().Select(person => person.Id).ToListAsync())) await EraseAsync(lead, id);
        (await site.CountAsync()).ShouldBeNull();
        Tables(await site.ReportAsync()).ShouldBe(Tables(report));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Only_who_may_see_reports_sees_them(DatabaseKind kind)
    {
        var site = await FilledAsync(kind);
        var others = new Dictionary<string, Visitor>
        {
            ["worker"] = site.People.North,
            ["volunteer"] = await site.Site.SignInAsync("EditOwnListings"),
            ["moderator"] = await site.Site.SignInAsync("EditOwnListings", "ManageListings", "ModerateListings", "ViewAudit"),
            ["anonymous"] = site.Site.Visitor,
        };
        foreach (var (who, visitor) in others)
        {
            foreach (var address in new[] { "/workspace/reports", $"/workspace/reports?period={site.Key}", $"/workspace/reports?handler=csv&period={site.Key}", "/manage/population" })
                (await visitor.GetAsync(address, followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK, $"{who} {address}");
        }

        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeReports");
        (await lead.GetAsync("/workspace/reports")).Find(".portal-tabs [aria-current=page]").TextContent.ShouldBe("Reports");
        (await site.People.North.GetAsync("/workspace/people")).Document.QuerySelector(".portal-tabs a[href$='/reports']").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_spreadsheet_says_what_the_page_says(DatabaseKind kind)
    {
        var site = await FilledAsync(kind);
        var report = await site.ReportAsync();

        var csv = await site.Reader.GetAsync(report.Find("a[href*='handler=Csv']").GetAttribute("href")!.Replace(site.Site.Tenant.PathPrefix, "", StringComparison.Ordinal));

        csv.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"report-{site.Key}.csv");
        var bytes = await csv.Response.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        using var reader = new CsvHelper.CsvReader(new StringReader(csv.Body.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        var rows = reader.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        var tables = report.Document.QuerySelectorAll(".portal-report__table");
        foreach (var table in tables)
        {
            var caption = table.QuerySelector("caption")!.TextContent;
            var shown = table.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim().TrimEnd('%'));
            rows.Where(row => (string)row["table"] == caption).Select(row => (string)row["value as shown"]).ShouldBe(shown, caption);
            ((string)rows.First(row => (string)row["table"] == caption)["what it means"]).ShouldBe(table.QuerySelector(".portal-only-print")!.TextContent);
        }

        tables.Length.ShouldBeGreaterThan(20);
        (await AuditAsync(site, "report.exported")).ShouldBe([site.Key]);
        (await AuditAsync(site, "report.viewed")).ShouldBe([site.Key]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_not_over_or_not_counted_cannot_be_had(DatabaseKind kind)
    {
        var site = await ReportSite.CreateAsync(kind);
        (await site.Reader.GetAsync("/workspace/reports")).Text.ShouldContain("There is no report yet. The first month can be shown on");
        await site.AddAsync(new Past("north", 5));
        await site.CountAsync();

        var choose = await site.Reader.GetAsync("/workspace/reports");
        choose.Text.ShouldContain("Choose a time and press");
        choose.Find("#Period option").GetAttribute("value").ShouldBe(site.Key);
        (await site.Reader.SubmitAsync(choose, "main form")).Find("h1").TextContent.ShouldStartWith("Report: ");
        foreach (var period in new[] { ReportPeriod.Of(PeriodKind.Month, Months.Of(site.Month) + 1).Key, ReportPeriod.Of(PeriodKind.Month, Months.Of(site.Month) - 1).Key, "2999", "last-week" })
            (await site.ReportAsync(period)).Status.ShouldBe(HttpStatusCode.NotFound, period);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_counts_cannot_be_read_from_the_database(DatabaseKind kind)
    {
        var site = await FilledAsync(kind);

        (await site.People.RawAsync()).ShouldNotContain("reach.ethnicity");
        (await CountsAsync(site)).Teams.ShouldNotBeEmpty();
    }

    private static async Task<ReportSite> FilledAsync(DatabaseKind kind)
    {
        var site = await ReportSite.CreateAsync(kind);
        for (var i = 0; i < 15; i++) await site.AddAsync(new Past("north", 3 + (i % 8)));
        for (var i = 0; i < 9; i++) await site.AddAsync(new Past("south", 3 + ((i + 15) % 8), Sex: "male", Ethnicity: "white", Reads: "ur", EndedFor: "done"));
        for (var i = 0; i < 3; i++) await site.DeclineAsync("area");
        (await site.CountAsync()).ShouldBe("1 months");
        return site;
    }

    private static Task<Answer> EraseAsync(Visitor lead, string id) => Task.Run(async () => await lead.SubmitAsync(await lead.GetAsync($"/workspace/people/{id}/erase"), "main form", [("Typed", "countless"), ("Why", "asked")]));

    private static string Tables(Answer report) => string.Join('\n', report.Document.QuerySelectorAll("table").Select(table => string.Join(' ', table.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    private static Task<MonthCounts> CountsAsync(ReportSite site) => site.Site.RunAsync(async services =>
        (await services.GetRequiredService<PortalDbContext>().Set<CountedMonth>().SingleAsync(month => month.Id == site.Key)).Counts(services.GetRequiredService<Portal.Signposting.Services.PrivateText>()));

    private static Task<List<string>> AuditAsync(ReportSite site, string action)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action == action).Select(entry => entry.SubjectId).ToListAsync());
}
