using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Jobs;
using Portal.Signposting.Services.Referrals;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class ReferralTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_practice_refers_by_its_link_without_an_account_and_the_team_takes_the_person_on(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var link = await site.MakeLinkAsync();

        var start = await site.Practice.GetAsync(link);
        start.Find("#Referrer-Organisation").GetAttribute("value").ShouldBe("Vexholme Surgery");
        var sent = await site.ReferAsync(site.Practice, start);

        sent.Find("h1").TextContent.ShouldBe("Thank you. We have it.");
        var reference = sent.Find(".portal-code").TextContent;
        (await site.LettersAsync(1)).ShouldHaveSingleItem().ShouldContain($"Subject: Your referral {reference} has arrived");

        var list = await site.Triage.GetAsync("/workspace/referrals");
        list.Text.ShouldContain("Zulekha Quibbledorf");
        list.Text.ShouldContain("came today");
        list.Text.ShouldContain("Needs an interpreter");
        var referral = await site.Triage.GetAsync(ReferralSite.PathOf(list, ".portal-board__item a"));
        referral.Text.ShouldContain("Lonely since the fall");
        var person = await site.Triage.SubmitAsync(referral, "form[action*='Accept']");

        person.Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
        person.Text.ShouldContain("No known risks");
        person.Text.ShouldContain("Needs an interpreter");
        person.Text.ShouldContain("we keep notes and get in touch: yes, since");
        person.Text.ShouldContain($"Referral {reference}");
        (await site.Triage.GetAsync("/workspace/referrals")).Text.ShouldContain("Nobody is waiting");
        var letters = await site.LettersAsync(2);
        letters[1].ShouldContain($"Subject: We have taken on your referral {reference}");
        foreach (var secret in ReferralSite.Secrets) letters.ShouldAllBe(letter => !letter.Contains(secret));

        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Referral>().Select(row => row.Code).SingleAsync())).ShouldBe("871731000000106");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Going_back_and_forth_shows_what_was_typed_and_no_page_is_skipped(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var who = await site.BeginAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));

        // A later page has not had its turn.
        (await site.Practice.GetAsync(ReferralSite.PathOf(who).Replace("/who", "/risks", StringComparison.Ordinal))).Address.AbsolutePath.ShouldEndWith("/who");
        (await site.Practice.GetAsync(ReferralSite.PathOf(who).Replace("/who", "/check", StringComparison.Ordinal))).Address.AbsolutePath.ShouldEndWith("/who");

        var wrong = await site.Practice.SubmitAsync(who, "main form", [("Form.Who.FirstName", "Zulekha"), ("Form.Who.Born.Day", "40")]);
        wrong.Find("#Form-Who-FirstName").GetAttribute("value").ShouldBe("Zulekha");
        wrong.Find("#Form-Who-Born").GetAttribute("value").ShouldBe("40");
        wrong.Find("#Form-Who-Born-error").TextContent.ShouldContain("Check the date");

        var reach = await site.Practice.SubmitAsync(wrong, "main form", ReferralSite.Who);
        var back = await site.Practice.GetAsync(ReferralSite.PathOf(reach, ".nhsuk-back-link"));
        back.Find("#Form-Who-FamilyName").GetAttribute("value").ShouldBe("Quibbledorf");
        back.Find("#Form-Who-Born-Year").GetAttribute("value").ShouldBe("1961");
        (await site.Practice.SubmitAsync(reach, "main form", [("Form.Reach.When", "mornings")])).Find("#Form-Reach-Phone-error").TextContent.ShouldContain("so that we can get in touch");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_is_sent_without_consent(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var agreement = await site.UntilAgreementAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));

        (await site.Practice.SubmitAsync(agreement, "main form")).Find("#Agreement-IsGiven-error").TextContent.ShouldContain("cannot send the form");
        (await site.Triage.GetAsync("/workspace/referrals")).Text.ShouldContain("Nobody is waiting");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_that_was_sent_shows_nothing_more_and_sends_once(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var check = await site.UntilCheckAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        check.Text.ShouldContain("Zulekha");
        await Task.WhenAll(site.Practice.SubmitAsync(check, "main form"), site.Practice.SubmitAsync(check, "main form"));

        foreach (var page in new[] { "/who", "/reach", "/check", "/sent" })
        {
            var answer = await site.Practice.GetAsync(ReferralSite.PathOf(check).Replace("/check", page, StringComparison.Ordinal));
            answer.Address.AbsolutePath.ShouldEndWith("/sent");
            answer.Body.ShouldNotContain("Zulekha");
        }

        (await site.LettersAsync(1)).Count.ShouldBe(1);
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().CountAsync(entry => entry.Action == "referral.sent"))).ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_person_refers_themselves_and_no_letter_is_sent(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var visitor = site.Site.NewVisitor();
        (await visitor.GetAsync("/refer")).Text.ShouldContain("You need no account");

        var start = await visitor.GetAsync("/refer/self");
        var who = await visitor.SubmitAsync(start, "main form", [("Referrer.Who", "myself")]);
        who.Find("h1").TextContent.ShouldBe("About you");
        var agreement = await site.FromWhoAsync(visitor, who);
        agreement.Text.ShouldContain("I agree that you keep what I wrote");
        var check = await visitor.SubmitAsync(agreement, "main form", [("Agreement.IsGiven", "true")]);
        (await visitor.SubmitAsync(check, "main form")).Text.ShouldContain("gets in touch in the way you told us");

        (await site.LettersAsync(0)).ShouldBeEmpty();
        (await site.Triage.GetAsync("/workspace/referrals")).Text.ShouldContain("By themselves or a carer");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_carer_says_who_they_are(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var visitor = site.Site.NewVisitor();
        var start = await visitor.GetAsync("/refer/self");

        var wrong = await visitor.SubmitAsync(start, "main form", [("Referrer.Who", "somebody")]);
        wrong.Find("#Referrer-Name-error").TextContent.ShouldContain("Write your name");
        var who = await visitor.SubmitAsync(wrong, "main form", [("Referrer.Name", "Parveen"), ("Referrer.Relation", "daughter"), ("Referrer.Phone", "07700 900462")]);
        who.Find("h1").TextContent.ShouldBe("About the person");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_program_that_fills_in_everything_and_too_many_from_one_place_leave_nothing(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var visitor = site.Site.NewVisitor();
        var start = await visitor.GetAsync("/refer/self");
        await visitor.SubmitAsync(start, "main form", [("Referrer.Who", "myself"), ("Website", "https://example.org")]);
        (await CountAsync(site)).ShouldBe(0);

        for (var i = 0; i < ReferralLimit.MostOfOneself; i++) (await visitor.SubmitAsync(start, "main form", [("Referrer.Who", "myself")])).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await visitor.SubmitAsync(start, "main form", [("Referrer.Who", "myself")]);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Text.ShouldContain("Wait an hour");
        (await CountAsync(site)).ShouldBe(ReferralLimit.MostOfOneself);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_possible_match_is_offered_to_the_team_and_never_told_to_the_referrer(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var known = PeopleSite.IdOf(await site.People.BeginAsync(site.Triage));
        await site.People.FillAsync(site.Triage, known, "reach", ("Form.Reach.Phone", "07700 900999"));

        var start = await site.Practice.GetAsync(await site.MakeLinkAsync());
        var check = await site.UntilCheckAsync(site.Practice, start);
        check.Body.ShouldNotContain("known already");
        check.Body.ShouldNotContain(known);
        var sent = await site.Practice.SubmitAsync(check, "main form");
        sent.Body.ShouldNotContain(known);

        var referral = await site.OpenFirstAsync();
        referral.Text.ShouldContain("Is this person known already?");
        (await site.Triage.SubmitAsync(referral, "form[action*='Accept']")).Text.ShouldContain("Choose whether it is the person on record");
        var person = await site.Triage.SubmitAsync(referral, "form[action*='Accept']", [("Person", known)]);

        PeopleSite.IdOf(person).ShouldBe(known);
        person.Text.ShouldContain("07700 900999");
        person.Text.ShouldNotContain("07700 900461");
        person.Text.ShouldContain("Needs an interpreter");
        (await site.Triage.GetAsync("/workspace/people")).Document.QuerySelectorAll(".portal-board__item").Length.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Somebody_new_with_the_name_of_somebody_known_gets_a_record_of_their_own(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var known = PeopleSite.IdOf(await site.People.BeginAsync(site.Triage));
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));

        var person = await site.Triage.SubmitAsync(await site.OpenFirstAsync(), "form[action*='Accept']", [("Person", "new")]);

        person.Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
        PeopleSite.IdOf(person).ShouldNotBe(known);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task That_another_team_may_know_the_person_is_said_without_a_name(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var hidden = PeopleSite.IdOf(await site.People.BeginAsync(site.People.South));
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));

        var referral = await site.OpenFirstAsync();

        referral.Text.ShouldContain("Another team may have a record of this person");
        referral.Body.ShouldNotContain(hidden);
        // Nor can it be joined by its id.
        (await site.Triage.SubmitAsync(referral, "form[action*='Accept']", [("Person", hidden)])).Text.ShouldContain("Choose one of these");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Declining_tells_the_referrer_the_reason_and_keeps_the_note(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        var referral = await site.OpenFirstAsync();

        var list = await site.Triage.SubmitAsync(referral, "form[action*='Decline']", [("Reason", "area"), ("Words", "Lives in Snarfham")]);

        list.Text.ShouldContain("Nobody is waiting");
        var letter = (await site.LettersAsync(2))[1];
        letter.ShouldContain("Subject: About your referral");
        letter.ShouldContain("The person lives outside our area.");
        letter.ShouldNotContain("Snarfham");
        var declined = await site.Triage.GetAsync("/workspace/referrals?declined=true");
        var shown = await site.Triage.GetAsync(ReferralSite.PathOf(declined, ".portal-board__item a"));
        shown.Text.ShouldContain("Lives in Snarfham");
        shown.Document.QuerySelector("form[action*='Accept']").ShouldBeNull();
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Referral>().Select(row => row.Code).SingleAsync())).ShouldBe("871711000000103");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Of_two_who_decide_at_once_one_does(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        var referral = await site.OpenFirstAsync();
        var other = await site.Site.SignInAsync("UseWorkspace", "TriageReferrals");
        var same = await other.GetAsync(ReferralSite.PathOf(referral));

        await Task.WhenAll(site.Triage.SubmitAsync(referral, "form[action*='Accept']"), other.SubmitAsync(same, "form[action*='Decline']", [("Reason", "area")]));

        var decisions = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .Where(entry => entry.Action == "referral.accepted" || entry.Action == "referral.declined").Select(entry => entry.Action).ToListAsync());
        decisions.Count.ShouldBe(1);
        (await site.LettersAsync(2)).Count.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_stopped_link_opens_nothing_until_it_works_again(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var link = await site.MakeLinkAsync();

        var stopped = await site.Manager.SubmitAsync(await site.Manager.GetAsync("/manage/referrers"), "form[action*='Stop']");
        (await site.Practice.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        await site.Manager.SubmitAsync(stopped, ".portal-notice form");
        (await site.Practice.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Practice.GetAsync("/refer/from/unknown")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_not_sent_in_time_is_cleared_away_and_what_was_sent_loses_its_address(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var link = await site.MakeLinkAsync();
        var sent = await site.ReferAsync(site.Practice, await site.Practice.GetAsync(link));
        var draft = await site.BeginAsync(site.Practice, await site.Practice.GetAsync(link));
        var fresh = await site.BeginAsync(site.Practice, await site.Practice.GetAsync(link));
        await site.Site.RunAsync(async services =>
        {
            var past = services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(-1);
            var db = services.GetRequiredService<PortalDbContext>();
            var newest = await db.Set<Referral>().OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync();
            await db.Set<Referral>().Where(row => row.Id != newest).ExecuteUpdateAsync(change => change.SetProperty(row => row.DraftUntil, past));
        });
        (await site.Practice.GetAsync(ReferralSite.PathOf(draft))).Status.ShouldBe(HttpStatusCode.NotFound);

        var done = await site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<ReferralDraftsJob>().Single().RunAsync(default));

        done.ShouldBe("1 referrals");
        (await CountAsync(site)).ShouldBe(2);
        (await site.Practice.GetAsync(ReferralSite.PathOf(sent))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Practice.GetAsync(ReferralSite.PathOf(fresh))).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Triage.GetAsync("/workspace/referrals")).Text.ShouldContain("Zulekha");
    }

    private static Task<int> CountAsync(ReferralSite site) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Referral>().CountAsync());
}
