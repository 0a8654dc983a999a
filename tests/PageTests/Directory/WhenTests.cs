using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class WhenTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_date_on_which_the_group_does_not_meet_is_told_with_its_reason_and_is_no_next_date(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var next = await NextAsync(site, DayOfWeek.Tuesday);

        var wrong = await joan.ChangeAsync("when", ("Changes[0].Off", Iso(next.AddDays(1))), ("Changes[0].Reason", "hall closed"));
        wrong.Text.ShouldContain("You do not meet on that day.");
        wrong.Find("[name='Changes[0].Reason']").GetAttribute("value").ShouldBe("hall closed");
        var saved = await joan.SubmitAsync(wrong, "main form", [("Changes[0].Off", next.ToString("d/M/yyyy", CultureInfo.InvariantCulture))]);

        saved.Text.ShouldContain("Saved.");
        var page = await site.Visitor.GetAsync("/pl" + ShipleySingers.Page);
        page.Text.ShouldContain("Nie spotykamy się: ");
        page.Find("bdi[lang=en]").TextContent.ShouldBe("hall closed");
        var dates = page.Document.QuerySelectorAll(".portal-next-dates time").Select(time => time.GetAttribute("datetime")).ToList();
        dates.ShouldContain(Iso(next.AddDays(7)));
        dates.ShouldNotContain(Iso(next));
        var undone = await joan.SubmitAsync(saved, ".portal-notice form");
        undone.Text.ShouldNotContain("hall closed");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_form_shows_the_next_five_dates_of_what_is_typed_and_saves_nothing(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var form = await joan.GetAsync(ShipleySingers.Edit + "/when");
        form.Document.QuerySelectorAll(".portal-next-dates li").Length.ShouldBe(5);
        form.Find("main form").SetAttribute("action", form.Find("button[formaction$='handler=Dates']").GetAttribute("formaction")!);

        var shown = await joan.SubmitAsync(form, "main form", [("Rows[0].Rhythm", "once"), ("Rows[0].Days", null), ("Rows[0].From", "24 December 2998")]);

        shown.Document.QuerySelectorAll(".portal-next-dates li").Length.ShouldBe(0);
        shown.Text.ShouldContain("There are no dates to come.");
        shown.Find("[name='Rows[0].From']").GetAttribute("value").ShouldBe("24 December 2998");
        (await site.ReadGroupAsync()).Schedules[0].Frequency.ShouldBe(Frequency.Weekly);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_goes_by_the_date_in_term_time_is_said_and_kept(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var refused = await joan.ChangeAsync("when", ("Rows[0].Rhythm", "date"), ("Rows[0].MonthDays", "the 40th"), ("Rows[0].OnlyWhen", "term"), ("Rows[0].OnlyWhen", "bank"), ("Rows[0].Every", "2"));
        foreach (var field in new[] { "MonthDays", "From" }) refused.Find($"[id$='{field}-error']").TextContent.ShouldNotBeEmpty();
        await joan.SubmitAsync(refused, "main form", [("Rows[0].MonthDays", "1st and 15th"), ("Rows[0].From", "2026-01-01")]);

        var schedule = (await site.ReadGroupAsync()).Schedules[0];
        (schedule.Interval, schedule.TermTimeOnly, schedule.NotOnBankHolidays).ShouldBe((2, true, true));
        schedule.ByMonthDay.ShouldBe([1, 15]);
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("1st of the month and 15th of the month, 10 am to 11:30 am, every 2 months, term time only, not on bank holidays");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task This_week_finds_what_has_a_date_in_the_next_seven_days_and_no_more(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var today = await NextAsync(site, null);
        await PutAsync(site, new Schedule { Frequency = Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(18, 0) });
        (await FoundAsync(site, "when=this-week")).ShouldBeTrue();

        await PutAsync(site, new Schedule { Frequency = Frequency.Once, StartDate = today.AddDays(6), Start = new TimeOnly(18, 0) });
        (await FoundAsync(site, "when=this-week")).ShouldBeTrue();
        (await FoundAsync(site, "when=this-week&time=evening")).ShouldBeTrue();
        (await FoundAsync(site, "when=today")).ShouldBeFalse();
        await PutAsync(site, new Schedule { Frequency = Frequency.Once, StartDate = today.AddDays(7), Start = new TimeOnly(18, 0) });
        (await FoundAsync(site, "when=this-week")).ShouldBeFalse();

        var page = await site.Visitor.GetAsync("/groups?when=this-week");
        page.Find(".portal-chip").TextContent.ShouldContain("in the next seven days");
        page.Document.QuerySelectorAll(".portal-filter__list a").Select(link => link.GetAttribute("href")).ShouldContain(href => href!.EndsWith("/groups?when=this-week&when=today", StringComparison.Ordinal) || href.EndsWith("when=today", StringComparison.Ordinal));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_weekly_group_stays_found_however_much_later_it_is(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);

        var facets = await site.RunAsync(async services =>
            await services.GetRequiredService<WhenFacets>().OfAsync((await services.GetRequiredService<ListingEditor>().FindAsync(ShipleySingers.Slug, default))!, default));

        facets.Where(facet => facet.Group == ListingFacets.Date).Select(facet => facet.Value).ShouldBe(["TU"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_on_a_break_is_not_found_this_week(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var back = (await NextAsync(site, null)).AddDays(20);

        await ChangeAsync(site, facts => facts with { BackOn = back });

        (await FoundAsync(site, "when=this-week")).ShouldBeFalse();
        (await FoundAsync(site, "day=TU")).ShouldBeTrue();
        (await site.Visitor.GetAsync(ShipleySingers.Page + "/calendar.ics")).Body.ShouldContain("EXDATE;TZID=Europe/London:");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_weekend_is_a_filter_of_its_own(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        (await FoundAsync(site, "day=weekend")).ShouldBeFalse();

        await PutAsync(site, new Schedule { Frequency = Frequency.Weekly, ByDay = ["SU"], Start = new TimeOnly(10, 0) });

        (await FoundAsync(site, "day=weekend")).ShouldBeTrue();
        (await site.Visitor.GetAsync("/ur/groups?day=weekend")).Find(".portal-chip").TextContent.ShouldContain("ہفتے اور اتوار");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Term_dates_are_the_tenant_s_and_take_effect_in_the_search_at_once(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var today = await NextAsync(site, null);
        await PutAsync(site, new Schedule { Frequency = Frequency.Weekly, ByDay = [.. Schedule.Days], Start = new TimeOnly(10, 0), TermTimeOnly = true });
        (await FoundAsync(site, "when=this-week")).ShouldBeTrue();
        var editor = await site.SignInByLinkAsync("ada@example.org", "ManageListings");

        var empty = await editor.GetAsync("/manage/term-dates");
        empty.Text.ShouldContain("No term dates yet.");
        var wrong = await editor.SubmitAsync(empty, "main form", [("Terms", "Autumn\n2 September 2026 to 1 September 2026")]);
        wrong.Text.ShouldContain("Line 1: we could not read “Autumn”");
        wrong.Text.ShouldContain("Line 2");
        wrong.Find("textarea").TextContent.ShouldContain("Autumn");
        var (first, second) = (today.AddDays(-20), today.AddDays(40));
        var saved = await editor.SubmitAsync(wrong, "main form", [("Terms", $"{Long(first)} to {Long(first.AddDays(10))}\n\n{Long(second)} – {Long(second.AddDays(10))}"), ("Extra", "8 May 2023")]);

        saved.Text.ShouldContain("Saved.");
        saved.Find("textarea").TextContent.ShouldContain(Long(second));
        (await FoundAsync(site, "when=this-week")).ShouldBeFalse();
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Find(".portal-next-dates time").GetAttribute("datetime").ShouldBe(Iso(second));
        var other = await ShipleySingers.OpenAsync(kind);
        await PutAsync(other, new Schedule { Frequency = Frequency.Weekly, ByDay = [.. Schedule.Days], Start = new TimeOnly(10, 0), TermTimeOnly = true });
        (await FoundAsync(other, "when=this-week")).ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Every_schedule_travels_in_a_recipe_unchanged(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        Schedule[] schedules =
        [
            new() { Frequency = Frequency.Once, StartDate = new DateOnly(2026, 12, 24), Start = new TimeOnly(14, 0) },
            new()
            {
                Frequency = Frequency.Monthly, ByMonthDay = [15, -1], Interval = 2, StartDate = new DateOnly(2026, 1, 15), Start = new TimeOnly(10, 0), TermTimeOnly = true, NotOnBankHolidays = true,
                Changes = [new DateChange { Off = new DateOnly(2027, 1, 15), On = new DateOnly(2027, 1, 16), Start = new TimeOnly(9, 0), End = new TimeOnly(9, 30), Reason = "hall closed" }],
            },
        ];

        schedules.Select(schedule => Portal.Directory.Recipes.ScheduleFields.Read(Portal.Directory.Recipes.ScheduleFields.Write(schedule), error => throw new InvalidOperationException(error)))
            .ShouldBe(schedules);
        await PutAsync(site, schedules);
        (await site.ReadGroupAsync()).Schedules.ShouldBe(schedules);
    }

    private static async Task<bool> FoundAsync(TestSite site, string query)
        => (await site.NewVisitor().GetAsync("/groups?" + query)).Document.QuerySelectorAll(".portal-card").Count(card => card.Closest(".portal-widened") is null) == 1;

    private static Task PutAsync(TestSite site, params Schedule[] schedules) => ChangeAsync(site, facts => facts with { Schedules = schedules });

    private static Task ChangeAsync(TestSite site, Func<ListingFacts, ListingFacts> change) => site.RunAsync(async services =>
    {
        var editor = services.GetRequiredService<ListingEditor>();
        var listing = (await editor.FindAsync(ShipleySingers.Slug, default))!;
        (await editor.ChangeFactsAsync(listing.Id, listing.Revision, change, default)).Result.ShouldBe(EditResult.Saved);
    });

    /// <summary>The next such day after today in the tenant's zone; today itself for none.</summary>
    private static Task<DateOnly> NextAsync(TestSite site, DayOfWeek? day) => site.RunAsync(services =>
    {
        var today = services.GetRequiredService<DateWords>().Today;
        return Task.FromResult(day is { } wanted ? Enumerable.Range(1, 7).Select(today.AddDays).First(date => date.DayOfWeek == wanted) : today);
    });

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Long(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
