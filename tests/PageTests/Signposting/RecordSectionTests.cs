using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class RecordSectionTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task What_each_of_the_family_may_know_stands_where_one_gets_in_touch(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));

        var person = await site.FillAsync(
            site.North, id, "contacts", ("Form.Contacts.Items[0].Name", "Sana"), ("Form.Contacts.Items[0].Relation", "daughter"), ("Form.Contacts.Items[0].Phone", "07700 900462"), ("Form.Contacts.Items[0].May", "dates"));
        Heed(person, "contacts").ShouldContain("Sana, daughterTell them dates and places");
        person.Find("#contacts ~ p a[href='tel:07700900462']").ShouldNotBeNull();

        person = await site.FillAsync(site.North, id, "contacts", ("Form.Contacts.Items[1].Name", "Mr Neighbour"), ("Form.Contacts.Items[1].Is", "emergency"));
        Heed(person, "contacts").ShouldContain("Mr Neighbour, To ring in an emergencyTell them nothing");

        person = await site.FillAsync(site.North, id, "contacts", ("Form.Contacts.Items[0].IsGone", "true"));
        Heed(person, "contacts").ShouldNotContain("Sana");
        Heed(person, "contacts").ShouldContain("Mr Neighbour");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Once_the_person_takes_back_that_family_is_spoken_to_nobody_of_them_is_named_there(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.FillAsync(site.North, id, "contacts", ("Form.Contacts.Items[0].Name", "Sana"));
        var consents = await site.FillAsync(site.North, id, "consent", ("Scope", "family"), ("How", "spoken"));

        await WithdrawAsync(site.North, consents);

        var heed = Heed(await site.North.GetAsync($"/workspace/people/{id}"), "contacts");
        heed.ShouldContain("Speak to none of them");
        heed.ShouldNotContain("Sana");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_contact_without_a_name_or_with_a_number_that_is_none_comes_back_as_typed(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));

        var form = await site.FillAsync(site.North, id, "contacts", ("Form.Contacts.Items[0].Relation", "daughter"), ("Form.Contacts.Items[0].Phone", "x"), ("Form.Contacts.Items[0].May", "book"));

        form.Find("#Form-Contacts-Items-0--Name-error").TextContent.ShouldContain("Write the name of this person");
        form.Find("#Form-Contacts-Items-0--Phone-error").TextContent.ShouldContain("Check the phone number");
        form.Find("#Form-Contacts-Items-0--Relation").GetAttribute("value").ShouldBe("daughter");
        form.Find("input[name='Form.Contacts.Items[0].May'][value=book]").HasAttribute("checked").ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Safeguarding_is_read_by_the_persons_worker_and_by_leads_and_the_team_sees_that_there_is_something(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople");

        var person = await site.FillAsync(site.North, id, "safeguarding", ("Form.Safeguarding.Items[0].What", "Money goes missing"), ("Form.Safeguarding.Items[0].Comment", "Told the lead"));
        Heed(person, "safeguarding").ShouldContain("Money goes missing");
        Heed(await lead.GetAsync($"/workspace/people/{id}"), "safeguarding").ShouldContain("Told the lead");

        var seen = await site.NorthColleague.GetAsync($"/workspace/people/{id}");
        Heed(seen, "safeguarding").ShouldContain("There is a safeguarding concern");
        seen.Body.ShouldNotContain("Money goes missing");
        (await site.NorthColleague.GetAsync($"/workspace/people/{id}/safeguarding")).Status.ShouldBe(HttpStatusCode.NotFound);
        var other = await site.NorthColleague.GetAsync($"/workspace/people/{id}/health");
        other.Find("main form").SetAttribute("action", $"{site.Site.Tenant.PathPrefix}/workspace/people/{id}/safeguarding");
        (await site.NorthColleague.SubmitAsync(other, "main form")).Status.ShouldBe(HttpStatusCode.NotFound);

        // Once it is over nobody is warned any more; it stays on record.
        person = await site.FillAsync(
            site.North, id, "safeguarding", ("Form.Safeguarding.Items[0].Until.Day", "1"), ("Form.Safeguarding.Items[0].Until.Month", "2"), ("Form.Safeguarding.Items[0].Until.Year", "2024"));
        person.Document.QuerySelector("#safeguarding").ShouldBeNull();
        person.Find("#section-Safeguarding").ParentElement!.ParentElement!.TextContent.ShouldContain("Money goes missing");
        (await site.NorthColleague.GetAsync($"/workspace/people/{id}")).Document.QuerySelector("#safeguarding, #section-Safeguarding").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_colleague_adds_a_concern_without_reading_the_others_and_sees_their_own(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.FillAsync(site.North, id, "safeguarding", ("Form.Safeguarding.Items[0].What", "Money goes missing"));
        var form = await site.NorthColleague.GetAsync(ReferralSite.PathOf(await site.NorthColleague.GetAsync($"/workspace/people/{id}"), "a[href$='/concern']"));
        form.Body.ShouldNotContain("Money goes missing");

        var empty = await site.NorthColleague.SubmitAsync(form, "main form", [("Comment", "Told Ottershaw"), ("On.Day", "31"), ("On.Month", "2")]);
        empty.Find("#What-error").TextContent.ShouldContain("Write what you saw or heard");
        empty.Find("#On-error").TextContent.ShouldContain("Check the date");
        empty.Find("#Comment").TextContent.ShouldContain("Told Ottershaw");
        var added = await site.NorthColleague.SubmitAsync(empty, "main form", [("What", "Bruise on the arm"), ("On.Day", ""), ("On.Month", "")]);

        var seen = Heed(added, "safeguarding");
        seen.ShouldContain("You wrote: Bruise on the arm Told Ottershaw");
        added.Body.ShouldNotContain("Money goes missing");
        var worker = Heed(await site.North.GetAsync($"/workspace/people/{id}"), "safeguarding");
        worker.ShouldContain("Money goes missing");
        worker.ShouldContain("Bruise on the arm");
        // It stays the colleague's when the worker changes the section, and nobody else's.
        await site.FillAsync(site.North, id, "safeguarding", ("Form.Safeguarding.Items[0].Comment", "Bank told"), ("Form.Safeguarding.Items[0].By", site.UserIds["north2"]));
        seen = Heed(await site.NorthColleague.GetAsync($"/workspace/people/{id}"), "safeguarding");
        seen.ShouldContain("Bruise on the arm");
        seen.ShouldNotContain("Money goes missing");
        (await site.South.GetAsync($"/workspace/people/{id}/concern")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.NorthColleague.GetAsync($"/workspace/people/{id}/safeguarding")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.NorthColleague.GetAsync($"/workspace/people/{id}/history")).Text.ShouldContain("added a safeguarding concern");
        (await site.RawAsync()).ShouldNotContain("Bruise on the arm");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_end_before_the_start_is_refused(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));

        var form = await site.FillAsync(
            site.North, id, "services", ("Form.Services.Items[0].Name", "Meals"),
            ("Form.Services.Items[0].From.Day", "2"), ("Form.Services.Items[0].From.Month", "2"), ("Form.Services.Items[0].From.Year", "2025"),
            ("Form.Services.Items[0].Until.Day", "1"), ("Form.Services.Items[0].Until.Month", "2"), ("Form.Services.Items[0].Until.Year", "2025"));

        form.Find("#Form-Services-Items-0--Until-error").TextContent.ShouldContain("The end comes before the start");
        var saved = await site.North.SubmitAsync(form, "main form", [("Form.Services.Items[0].Until.Year", "2026")]);
        saved.Text.ShouldContain("Service, 2 February 2025 to 1 February 2026");
    }

    /// <summary>Takes back the consent that stands first.</summary>
    internal static async Task<Answer> WithdrawAsync(Visitor worker, Answer consents) => await worker.SubmitAsync(await worker.GetAsync(ReferralSite.PathOf(consents, "a[href$='/withdraw']")), "main form");

    private static string Heed(Answer person, string part)
        => string.Join(' ', person.Find($"section[aria-labelledby={part}].portal-heed__part").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
