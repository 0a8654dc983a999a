using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Pathway;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A contact that was logged by mistake is taken back: it stays to be read and counts nowhere.</summary>
public sealed class TakeBackTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task What_was_next_is_next_again_and_the_entry_stays_to_be_read(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.LogAsync(site.North, id, "message", ("Next.Kind", "plan"), ("Next.Note", "Bring the bus times"));
        var before = await site.RowAsync(id);
        await site.LogAsync(site.North, id, "reached", ("Note", "Wrong Zulekha"), ("Flag", "true"), ("Why", "Moving away"));
        (await site.RowAsync(id)).FirstReachedOn.ShouldNotBeNull();

        var page = await site.North.GetAsync($"/workspace/people/{id}");
        var ask = await site.North.GetAsync($"/workspace/people/{id}/contact/take-back");
        page.Document.QuerySelectorAll("a[href$='/contact/take-back']").Length.ShouldBe(1, "only the last one");
        ask.Text.ShouldContain("Wrong Zulekha");
        ask.Text.ShouldContain("Bring the bus times");
        var done = await site.North.SubmitAsync(ask, "main form");

        done.Text.ShouldContain("The contact is taken back.");
        done.Text.ShouldContain("Taken back on");
        done.Find("del").TextContent.ShouldContain("Reached");
        done.Text.ShouldContain("Wrong Zulekha");
        var row = await site.RowAsync(id);
        (row.FirstReachedOn, row.LastReachedOn, row.FlaggedAt).ShouldBe((null, null, null));
        (row.NextKind, row.NextOn, row.NextWorkerId).ShouldBe((before.NextKind, before.NextOn, before.NextWorkerId));
        done.Text.ShouldContain("Bring the bus times");
        // It counts nowhere, and stands in the file.
        (await site.EntriesAsync(id)).Select(entry => entry.Result).ShouldBe(["message"]);
        (await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/file"), "main form", [("Language", "en")])).Body.ShouldContain("it was written down by mistake");
        (await site.RawAsync()).ShouldNotContain("Wrong Zulekha");
        (await TrailAsync(site)).ShouldAllBe(entry => !$"{entry.Before} {entry.After} {entry.Why}".Contains("Zulekha"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_can_be_taken_back_at_once_from_the_word_that_it_was_noted(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var form = await site.North.GetAsync($"/workspace/people/{id}/contact?result=reached&back=%3Fof%3DTeam");
        var board = await site.North.SubmitAsync(form, "main form[method=post]");

        var undone = await site.North.SubmitAsync(board, ".portal-notice form");

        undone.Address.PathAndQuery.ShouldEndWith("/workspace?of=Team");
        undone.Text.ShouldContain("The contact is taken back.");
        (await site.EntriesAsync(id)).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_wait_goes_on_from_the_contact_that_stands(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var today = await site.TodayAsync();
        await site.LogAsync(site.North, id, "reached");
        await site.LogAsync(site.North, id, "reached", PathwaySite.Typed("On", today.AddDays(-3)));
        (await site.RowAsync(id)).FirstReachedOn.ShouldBe(today.AddDays(-3));

        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/contact/take-back"), "main form");

        var row = await site.RowAsync(id);
        (row.FirstReachedOn, row.LastReachedOn).ShouldBe((today, today));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_set_since_stays(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.LogAsync(site.North, id, "reached");
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/next"), "main form", [("Next.Kind", "finish")]);

        var ask = await site.North.GetAsync($"/workspace/people/{id}/contact/take-back");
        ask.Text.ShouldContain("What is next stays as it is");
        await site.North.SubmitAsync(ask, "main form");

        var row = await site.RowAsync(id);
        (row.NextKind, row.FirstReachedOn).ShouldBe(("finish", null));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_wrote_it_can_for_a_day_and_a_lead_at_any_time_and_nobody_else(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.LogAsync(site.North, id, "reached");
        var address = $"/workspace/people/{id}/contact/take-back";
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople");
        foreach (var other in new[] { site.NorthColleague, site.South }) (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.NorthColleague.GetAsync($"/workspace/people/{id}")).Document.QuerySelector("a[href$='/contact/take-back']").ShouldBeNull();

        await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PathwayEntry>()
            .ExecuteUpdateAsync(change => change.SetProperty(entry => entry.At, TimeProvider.System.GetUtcNow().AddHours(-25))));

        (await site.North.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.SubmitAsync(await lead.GetAsync(address), "main form")).Text.ShouldContain("The contact is taken back.");
        (await lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, "there is no contact left");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_that_showed_an_older_contact_takes_back_nothing(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.LogAsync(site.North, id, "message");
        var ask = await site.North.GetAsync($"/workspace/people/{id}/contact/take-back");
        await site.LogAsync(site.North, id, "reached");

        var again = await site.North.SubmitAsync(ask, "main form");

        again.Find(".nhsuk-error-summary").ShouldNotBeNull();
        (await site.EntriesAsync(id)).Select(entry => entry.Result).ShouldBe(["message", "reached"]);
        (await site.North.SubmitAsync(again, "main form")).Text.ShouldContain("The contact is taken back.");
        (await site.EntriesAsync(id)).Select(entry => entry.Result).ShouldBe(["message"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task With_a_contact_one_puts_the_person_on_the_agenda_and_adds_to_what_a_colleague_wrote(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var unticked = await site.LogAsync(site.North, id, "message", ("Why", "Rent arrears"));
        unticked.Find("#Why-error").TextContent.ShouldContain("Tick the box above");
        unticked.Find("#Why").GetAttribute("value").ShouldBe("Rent arrears");

        await site.North.SubmitAsync(unticked, "main form[method=post]", [("Flag", "true")]);
        (await site.NorthColleague.GetAsync($"/workspace/people/{id}/contact?result=message")).Text.ShouldContain("Already on the agenda. What you write is added. Rent arrears");
        await site.LogAsync(site.NorthColleague, id, "message", ("Flag", "true"), ("Why", "No heating"));

        (await site.North.GetAsync($"/workspace/people/{id}")).Text.ShouldContain("Rent arrears; No heating");
        (await site.RawAsync()).ShouldNotContain("Rent arrears");
    }

    private static Task<List<AuditEntry>> TrailAsync(PeopleSite site) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action.StartsWith("path.")).ToListAsync());
}
