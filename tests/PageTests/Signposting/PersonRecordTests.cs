using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class PersonRecordTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_record_is_begun_with_who_it_is_and_says_what_was_not_asked_yet(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        (await site.North.GetAsync("/workspace/people")).Text.ShouldContain("Nobody is here yet");

        var person = await site.BeginAsync(site.North);

        person.Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
        person.Find(".portal-person").TextContent.ShouldContain("943 476 5919");
        person.Document.QuerySelectorAll(".portal-heed__part").Select(part => part.TextContent.Contains("Not asked yet", StringComparison.Ordinal)).ShouldBe([true, true, true]);
        (await site.North.GetAsync("/workspace/people")).Text.ShouldContain("Zulekha Quibbledorf");
        (await site.NorthColleague.GetAsync("/workspace/people?of=Team")).Text.ShouldContain("Zulekha Quibbledorf");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_with_mistakes_comes_back_as_it_was_typed(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);

        var form = await site.North.SubmitAsync(
            await site.North.GetAsync("/workspace/people/new"), "main form", [("Who.FirstName", "Zulekha"), ("Who.Born.Day", "31"), ("Who.Born.Month", "2"), ("Who.Born.Year", "1961"), ("Who.NhsNumber", "943 476 5910")]);

        form.Find(".nhsuk-error-summary").TextContent.ShouldContain("Write the family name");
        form.Find("#Who-Born-error").TextContent.ShouldContain("Check the date");
        form.Find("#Who-NhsNumber-error").TextContent.ShouldContain("not an NHS number");
        form.Find("#Who-FirstName").GetAttribute("value").ShouldBe("Zulekha");
        form.Find("#Who-Born").GetAttribute("value").ShouldBe("31");
        form.Find("#Who-Born-Year").GetAttribute("value").ShouldBe("1961");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task How_to_contact_safely_and_what_the_person_needs_stand_at_the_top(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));

        await site.FillAsync(site.North, id, "reach", ("Form.Reach.Phone", "07700 900461"), ("Form.Reach.Best", "call"), ("Form.Reach.Avoid", "voicemail"), ("Form.Reach.SafetyNote", "Only before noon"));
        await site.FillAsync(
            site.North, id, "communication", ("Form.Communication.Reads", "ur"), ("Form.Communication.Interpreter", "yes"), ("Form.Communication.InterpreterKind", "Mirpuri, a woman"), ("Form.Communication.Needs", "large-print"),
            ("Form.Communication.ReviewOn.Day", "1"), ("Form.Communication.ReviewOn.Month", "1"), ("Form.Communication.ReviewOn.Year", "2020"));
        var person = await site.FillAsync(site.North, id, "risks", ("Form.Risks.Answer", "some"), ("Form.Risks.Items[0].What", "Falls on stairs"));

        var heed = person.Document.QuerySelectorAll(".portal-heed__part").Select(part => string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        heed[0].ShouldContain("Do not leave a voice message");
        heed[0].ShouldContain("Only before noon");
        person.Find(".portal-heed__part a[href='tel:07700900461']").TextContent.ShouldContain("07700 900461");
        heed[1].ShouldContain("Needs an interpreter. Mirpuri, a woman");
        heed[1].ShouldContain("Large print");
        heed[1].ShouldContain("Ask again: it was due on 1 January 2020");
        heed[2].ShouldContain("Falls on stairs");

        person = await site.FillAsync(site.North, id, "risks", ("Form.Risks.Answer", "none"), ("Form.Risks.Items[0].IsOver", "true"));
        person.Document.QuerySelectorAll(".portal-heed__part")[2].TextContent.ShouldContain("No known risks");
        person.Text.ShouldContain("Over since");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_windows_lose_nothing(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var first = await site.North.GetAsync($"/workspace/people/{id}/aboutme");
        var second = await site.NorthColleague.GetAsync($"/workspace/people/{id}/aboutme");
        await site.North.SubmitAsync(first, "main form", [("Form.AboutMe.Important", "Singing")]);

        var conflict = await site.NorthColleague.SubmitAsync(second, "main form", [("Form.AboutMe.Important", "Walking")]);
        conflict.Find(".portal-panel--tint").TextContent.ShouldContain("Singing");
        conflict.Find("#Form-AboutMe-Important").TextContent.ShouldContain("Walking");

        var settled = await site.NorthColleague.SubmitAsync(conflict, "main form");
        settled.Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
        settled.Text.ShouldContain("Walking");
        settled.Text.ShouldNotContain("Singing");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_person_is_found_by_number_or_by_name_and_date_and_only_by_those_who_may(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));

        (await FindAsync(site.North, ("NhsNumber", "9434765919"))).Address.AbsolutePath.ShouldEndWith(id);
        (await FindAsync(site.NorthColleague, ("FamilyName", "QUIBBLE-DORF"), ("Born.Day", "27"), ("Born.Month", "3"), ("Born.Year", "1961"))).Address.AbsolutePath.ShouldEndWith(id);
        (await FindAsync(site.North, ("FamilyName", "Quibbledorf"), ("Born.Day", "28"), ("Born.Month", "3"), ("Born.Year", "1961"))).Text.ShouldContain("Nobody found");
        (await FindAsync(site.South, ("NhsNumber", PeopleSite.Nhs))).Text.ShouldContain("Nobody found");
        (await FindAsync(site.North, ("FamilyName", "Quibbledorf"))).Find("#Born-error").TextContent.ShouldContain("Write the date of birth");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_is_known_already_is_shown_before_a_second_record_is_begun(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        await site.BeginAsync(site.North);

        var ask = await site.BeginAsync(site.NorthColleague, "Zuleika", nhs: null);
        ask.Text.ShouldContain("Is it one of these people?");
        var second = await site.NorthColleague.SubmitAsync(ask, "main form");
        second.Find("h1").TextContent.ShouldBe("Zuleika Quibbledorf");

        // The other team is not told that there is somebody.
        (await site.BeginAsync(site.South)).Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_plan_begun_from_the_record_takes_name_and_language_over_and_is_listed(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.FillAsync(site.North, id, "who", ("Form.Who.PreferredName", "Zuzu"));
        var person = await site.FillAsync(site.North, id, "communication", ("Form.Communication.Reads", "ur"));

        var plan = await site.North.SubmitAsync(person, "form[action*='handler=Plan']");
        plan.Find("h1").TextContent.ShouldBe("Plan for Zuzu");
        plan.Text.ShouldContain("Reads Urdu");

        // A colleague of the team may go on with it; another team has neither record nor plan.
        var seen = await site.NorthColleague.GetAsync($"/workspace/people/{id}");
        var address = "/workspace/plans/" + seen.Find("a[href*='/workspace/plans/']").GetAttribute("href")!.Split('/')[^1];
        (await site.NorthColleague.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.South.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Consent_is_recorded_with_its_day_and_can_be_taken_back(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var page = await site.FillAsync(site.North, id, "consent", ("Scope", "groups"), ("How", "spoken"), ("Day.Day", "2"), ("Day.Month", "1"), ("Day.Year", "2026"));
        page.Text.ShouldContain("Agreed on 2 January 2026. Spoken.");
        (await site.North.GetAsync($"/workspace/people/{id}")).Text.ShouldContain("we tell groups the least they need: yes, since 2 January 2026");

        await RecordSectionTests.WithdrawAsync(site.North, page);
        (await site.North.GetAsync($"/workspace/people/{id}")).Text.ShouldContain("we tell groups the least they need: taken back on");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_finished_record_leaves_the_list_until_it_is_opened_again(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));

        var list = await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/close"), "main form", [("Reason", "done")]);
        list.Text.ShouldNotContain("Quibbledorf");
        (await site.North.GetAsync("/workspace/people?closed=true")).Text.ShouldContain("Quibbledorf");

        var again = await site.North.SubmitAsync(list, ".portal-notice form");
        again.Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
        (await site.North.GetAsync("/workspace/people")).Text.ShouldContain("Quibbledorf");
    }

    private static async Task<Answer> FindAsync(Visitor worker, params (string Name, string? Value)[] typed)
        => await worker.SubmitAsync(await worker.GetAsync("/workspace/people"), "form[action*='Find']", typed);
}
