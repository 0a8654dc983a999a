using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting.Reports;

public sealed class PopulationTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Faults_are_told_by_line_and_what_was_typed_stays(DatabaseKind kind)
    {
        var manager = await (await TestSite.CreateAsync(kind)).SignInAsync("ManageTeams");
        var form = await manager.GetAsync("/manage/population");
        form.Text.ShouldContain("There are none yet");

        const string typed = "dimension,value,count\nsex,female,276000\nsex,femail,3\nheight,tall,4\nsex,male,many\nsex,female,1\nsex\nlanguage,xx-nothing,4";
        var again = await manager.SubmitAsync(form, "main form", [("Source", ""), ("Lines", typed)]);

        var error = again.Find("#Lines-error").TextContent;
        foreach (var told in new[] { "Line 3: “femail” is not known", "Line 4: “height” is not one of age", "Line 5: “many” is not a whole number", "Line 6: “female” stands there twice", "Line 7: three parts are needed", "Line 8: “xx-nothing” is not known" }) error.ShouldContain(told);
        error.ShouldNotContain("Line 2:");
        again.Find("#Source-error").TextContent.ShouldContain("Say where the figures come from");
        again.Find("#Lines").TextContent.Trim().ShouldBe(typed);
        (await manager.SubmitAsync(form, "main form", [("Source", "x"), ("Lines", " \n")])).Find("#Lines-error").TextContent.ShouldContain("at least one line");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Figures_are_looked_at_before_they_are_used_and_can_be_put_back(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageTeams");
        var form = await manager.GetAsync("/manage/population");

        var preview = await CheckAsync(manager, form, "Census 2021", "sex,female,60\nsex,male,40");
        preview.Text.ShouldContain("Nothing is saved yet");
        preview.Text.ShouldContain("Female 60 60%");
        (await manager.GetAsync("/manage/population")).Text.ShouldContain("There are none yet");
        var saved = await manager.SubmitAsync(preview, "main form");
        saved.Find(".portal-notice").TextContent.ShouldContain("The figures are saved");
        saved.Find("#Lines").TextContent.Trim().ShouldBe("sex,female,60\nsex,male,40");

        // Somebody else was quicker.
        var stale = await manager.SubmitAsync(await CheckAsync(manager, form, "Mine", "sex,female,1\nsex,male,1"), "main form");
        stale.Find("#Lines-error").TextContent.ShouldContain("Somebody else changed the figures meanwhile");
        stale.Find("#Lines").TextContent.Trim().ShouldBe("sex,female,1\nsex,male,1");

        await manager.SubmitAsync(await CheckAsync(manager, saved, "Census 2031", "sex,female,50\nsex,male,50"), "main form");
        var back = await manager.SubmitAsync(await manager.GetAsync("/manage/population"), "form[action*='Undo']");
        back.Find(".portal-notice").TextContent.ShouldContain("from before are back");
        back.Find("#Source").GetAttribute("value").ShouldBe("Census 2021");
        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action.StartsWith("population.")).OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync()))
            .ShouldBe(["population.changed", "population.changed", "population.put-back"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_report_sets_them_beside_who_was_reached_and_names_the_source(DatabaseKind kind)
    {
        var site = await ReportSite.CreateAsync(kind);
        for (var i = 0; i < 10; i++) await site.AddAsync(new Past("north", 3 + i, Sex: i < 9 ? "female" : "unsaid"));
        await site.CountAsync();
        (await site.ReportAsync()).Text.ShouldContain("Figures of who lives here are not given yet");
        var manager = await site.Site.SignInAsync("ManageTeams");
        await manager.SubmitAsync(await CheckAsync(manager, await manager.GetAsync("/manage/population"), "Census 2021", "sex;female;51\nsex\tmale\t49"), "main form");

        var report = await site.ReportAsync();

        report.Text.ShouldContain("Population: Census 2021");
        ReportSite.Table(report, "Sex").ShouldBe("Female 10 100% 51%\nMale 0 0% 49%\nOther 0 0% \nNot known *  \nAll 10  ");
    }

    private static Task<Answer> CheckAsync(Visitor manager, Answer form, string source, string lines) => manager.SubmitAsync(form, "main form", [("Source", source), ("Lines", lines)]);
}
