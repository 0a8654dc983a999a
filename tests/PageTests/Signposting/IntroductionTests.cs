using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.Introductions;
using Shouldly;
using TestSupport;
using static PageTests.Signposting.Introducing;

namespace PageTests.Signposting;

/// <summary>A person is introduced to a group, which answers by a link without an account.</summary>
public sealed class IntroductionTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task What_the_group_will_read_is_shown_word_for_word_and_nothing_goes_without_consent(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var page = await OpenAsync(site, await PlanAsync(site));

        var preview = await WriteAsync(site, page);
        var told = LetterOn(preview);
        foreach (var words in new[] { "Nadia Test", "Living Well", "Shipley Singers", "Name: Rukhsana", "Urdu", Reach, Note }) told.ShouldContain(words);
        preview.Text.ShouldContain($"The e-mail goes to {Group}.");
        (await MailAsync(site)).ShouldBeEmpty();

        // Back to the fields, as they were filled in.
        var back = await site.Worker.SubmitAsync(preview, "main form", [("Back", "true")]);
        back.Find("textarea[name='Letter.Note']").TextContent.ShouldContain(Note);

        var refused = await SendAsync(site, preview, agreed: false);
        refused.Find("#Agreed-error").TextContent.ShouldContain("Ask the person first");
        LetterOn(refused).ShouldBe(told, "Nothing that was written is lost.");
        (await MailAsync(site)).ShouldBeEmpty();

        (await SendAsync(site, preview, agreed: true)).Text.ShouldContain("Asked, no answer yet");
        var mail = (await MailAsync(site)).ShouldHaveSingleItem();
        mail.To.ShouldBe(Group);
        foreach (var secret in new[] { "Rukhsana", Reach, Note, "Urdu" }) (mail.Text + mail.Html + mail.Subject).ShouldNotContain(secret);
        var seen = await site.Site.NewVisitor().GetAsync(LinkIn(site, mail));
        LetterOn(seen).ShouldBe(told);
        seen.Response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        seen.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_group_accepts_without_an_account_and_worker_and_person_read_it(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (plan, link) = await IntroducedAsync(site);
        var group = Person(site);
        var opened = await group.GetAsync(link);
        (await StatesAsync(site)).ShouldBe([IntroductionState.Waiting], "Opening it changes nothing.");

        var empty = await group.SubmitAsync(await group.GetAsync(link + "/accept"), "main form");
        empty.Find(".nhsuk-error-message").TextContent.ShouldContain("Write when they should come");
        var done = await AnswerAsync(group, link, "accept", ("Answer.Words", "Tuesday at 10. Ask for Nasreen."));

        opened.Find("a[href$='/accept']").ShouldNotBeNull();
        done.Text.ShouldContain("Thank you. Your answer is on its way");
        done.Text.ShouldContain("They can come");
        (await MailAsync(site)).Count(mail => mail.Subject == "A group has answered" && !mail.Text.Contains("Nasreen", StringComparison.Ordinal)).ShouldBe(1);
        var list = await site.Worker.GetAsync("/workspace/introductions");
        list.Text.ShouldContain("New answers");
        list.Text.ShouldContain("Rukhsana: Shipley Singers");
        var edit = await site.Worker.GetAsync($"/workspace/plans/{plan}");
        edit.Text.ShouldContain("New: They can come");

        var code = await site.ShareAsync(plan);
        var shared = await site.Site.Visitor.GetAsync("/en/p/" + code);
        shared.Text.ShouldContain("They look forward to seeing you. What they say: Tuesday at 10. Ask for Nasreen.");
        (await site.Site.Visitor.GetAsync("/ur/p/" + code)).Text.ShouldContain("وہ آپ کے منتظر ہیں");

        var introduction = await OpenAsync(site, plan);
        introduction.Text.ShouldContain("Tuesday at 10.");
        (await site.Worker.SubmitAsync(introduction, "form[action*='See']")).Text.ShouldContain("Noted.");
        (await site.Worker.GetAsync("/workspace/introductions")).Text.ShouldContain("Nothing waits.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_answer_can_be_changed_until_the_worker_closes_it(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (plan, link) = await IntroducedAsync(site);
        var group = Person(site);
        (await AnswerAsync(group, link, "waiting-list", ("Answer.Weeks", "three"))).Find(".nhsuk-error-message").TextContent.ShouldContain("Write a number of weeks");
        (await AnswerAsync(group, link, "waiting-list", ("Answer.Weeks", "3"))).Text.ShouldContain("On the waiting list, about 3 weeks");
        (await AnswerAsync(group, link, "accept", ("Answer.Words", "A place is free now."))).Text.ShouldContain("They can come");
        // Told once, as long as the worker has not looked.
        (await MailAsync(site)).Count(mail => mail.Subject == "A group has answered").ShouldBe(1);

        var closed = await site.Worker.SubmitAsync(await OpenAsync(site, plan), "form[action*='Close']");
        closed.Text.ShouldContain("Closed. The link no longer works.");
        (await group.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        var late = await group.GetAsync(link);
        late.Text.ShouldNotContain("Rukhsana");

        await site.Worker.SubmitAsync(closed, "form[action*='Reopen']");
        (await group.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task How_long_to_wait_is_a_rule_of_the_site(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        await IntroducedAsync(site);
        (await site.Worker.GetAsync("/manage/introductions", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK);
        var lead = await site.Site.SignInAsync("SeeAllPlans");
        var rules = await lead.GetAsync("/manage/introductions");
        rules.Find("[name=Nudge]").GetAttribute("value").ShouldBe("7");
        (await lead.SubmitAsync(rules, "form:has([name=Nudge])", [("Nudge", "5"), ("NoAnswer", "5")])).Find(".nhsuk-error-message").TextContent.ShouldContain("more days");

        (await lead.SubmitAsync(rules, "form:has([name=Nudge])", [("Nudge", "2"), ("NoAnswer", "4")])).Text.ShouldContain("Saved.");

        await SentAsync(site, 4);
        await RunJobAsync(site);
        (await StatesAsync(site)).ShouldBe([IntroductionState.NoAnswer]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_private_address_is_never_written_to_and_the_worker_rings_instead(DatabaseKind kind)
    {
        var site = await SiteAsync(kind, facts => facts with { ContactPrivate = true });
        var plan = await PlanAsync(site);
        (await OpenAsync(site, plan)).Text.ShouldContain("The page of this group names nobody to ask.");

        // Without an e-mail address, but with a number.
        await ChangeAsync(site, facts => facts with { ContactPrivate = false, ContactEmail = null });
        var page = await OpenAsync(site, plan);
        page.Text.ShouldContain("This group has no e-mail address on its page.");
        page.Text.ShouldContain("0113 496 0142");
        var begun = await SendAsync(site, await WriteAsync(site, page), agreed: true);
        begun.Text.ShouldContain("You ring them");
        var recorded = await site.Worker.SubmitAsync(begun, "form[action*='Record']", [("Said", "WaitingList"), ("Answer.Weeks", "2"), ("Answer.Words", "Nasreen rings back.")]);
        recorded.Text.ShouldContain("On the waiting list, about 2 weeks");
        (await MailAsync(site)).ShouldBeEmpty();

        // Those who keep the page are written to, though the contact is private.
        var other = await SiteAsync(kind, facts => facts with { ContactPrivate = true, Maintainers = ["joan@example.org"] });
        await IntroducedAsync(other);
        (await MailAsync(other)).ShouldHaveSingleItem().To.ShouldBe("joan@example.org");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_that_ran_out_or_was_made_up_tells_nothing(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (plan, link) = await IntroducedAsync(site);
        (await site.Site.Visitor.GetAsync("/introductions/abcdefgh")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Site.Visitor.GetAsync(link + "/elsewhere")).Status.ShouldBe(HttpStatusCode.NotFound);
        var other = await PlanSite.CreateAsync(kind);
        (await other.Site.Visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);

        await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<IntroductionLink>().ExecuteUpdateAsync(change => change.SetProperty(known => known.ExpiresAt, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        var gone = await site.Site.Visitor.GetAsync(link);
        gone.Status.ShouldBe(HttpStatusCode.Gone);
        gone.Text.ShouldNotContain("Rukhsana");
        gone.Text.ShouldContain("01632 960100");

        // A colleague finds no introduction of mine, and a form of another site is refused.
        var colleague = await site.Site.SignInAsync("UseWorkspace");
        (await colleague.GetAsync($"/workspace/plans/{plan}/introduce/{await StepAsync(site, plan)}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.GetAsync("/workspace/introductions")).Text.ShouldNotContain("Rukhsana");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Sending_twice_sends_once_and_forms_from_elsewhere_and_of_programs_change_nothing(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var plan = await PlanAsync(site);
        var preview = await WriteAsync(site, await OpenAsync(site, plan));
        await SendAsync(site, preview, agreed: true);
        await SendAsync(site, preview, agreed: true);
        var link = LinkIn(site, (await MailAsync(site)).ShouldHaveSingleItem());

        var stranger = site.Site.NewVisitor();
        stranger.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        (await AnswerAsync(stranger, link, "accept", ("Answer.Words", "Yes"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await AnswerAsync(Person(site), link, "accept", ("Answer.Words", "Yes"), ("Homepage", "https://spam.example"));
        (await StatesAsync(site)).ShouldBe([IntroductionState.Waiting]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_sends_answer_after_answer_has_to_wait(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (_, link) = await IntroducedAsync(site);
        var group = Person(site);
        var form = await group.GetAsync(link + "/accept");
        for (var number = 0; number < Portal.Signposting.Services.UnknownCodeLimit.MostUnknown; number++)
            (await group.SubmitAsync(form, "main form", [("Answer.Words", "Come")], followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await group.SubmitAsync(form, "main form", [("Answer.Words", "Come")])).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_database_and_the_audit_trail_tell_nobodys_name_or_words(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (_, link) = await IntroducedAsync(site);
        await AnswerAsync(Person(site), link, "accept", ("Answer.Words", "Tuesday at 10. Ask for Zubaida."));

        await site.Site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var row = await db.Set<Introduction>().AsNoTracking().SingleAsync();
            foreach (var text in new[] { row.SealedLetter, row.SealedAnswer! })
            {
                foreach (var secret in new[] { "Rukhsana", "960123", "sister", "Zubaida" }) text.ShouldNotContain(secret);
            }

            var entries = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action.StartsWith("introduction.")).OrderBy(entry => entry.Number).ToListAsync();
            entries.Select(entry => entry.Action).ShouldBe(["introduction.sent", "introduction.opened", "introduction.answered"]);
            entries.ShouldAllBe(entry => entry.Before == null && entry.After == null && entry.Why == null);
            (await db.Set<IntroductionLink>().AsNoTracking().Select(known => known.CodeHash).SingleAsync()).ShouldNotBe(link.Split('/')[^1]);
        });
    }
}
