using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A person is introduced to a group, which answers by a link without an account.</summary>
public sealed partial class IntroductionTests
{
    private const string Group = "choir@example.org";
    private const string Reach = "Through me, 01632 960123";
    private const string Note = "Comes with her sister.";

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
    public async Task Full_until_a_month_stands_on_the_groups_page_until_it_is_taken_back(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (_, link) = await IntroducedAsync(site);
        var group = Person(site);
        (await AnswerAsync(group, link, "cannot", ("Answer.Reason", "Full"))).Find(".nhsuk-error-message").TextContent.ShouldContain("Choose the month");
        var form = await group.GetAsync(link + "/cannot");
        var month = form.Document.QuerySelectorAll("[name='Answer.Until'] option").ElementAt(3);
        var until = DateOnly.ParseExact(month.GetAttribute("value")!, "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

        await AnswerAsync(group, link, "cannot", ("Answer.Reason", "Full"), ("Answer.Until", month.GetAttribute("value")));

        var words = $"Full until 1 {until.ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}";
        (await site.Site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldContain(words);
        (await site.Site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain(words);
        await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().SingleAsync(entry => entry.Action == "listing.changed" && entry.Actor == "public"));

        // Another answer takes it back.
        await AnswerAsync(group, link, "accept", ("Answer.Words", "Come on Tuesday."));
        (await site.Site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldNotContain("Full until");

        // So does whoever keeps the page.
        await AnswerAsync(group, link, "cannot", ("Answer.Reason", "Full"), ("Answer.Until", month.GetAttribute("value")));
        var moderator = await site.Site.SignInAsync("EditOwnListings", "ManageListings");
        var places = await moderator.GetAsync("/my-groups/shipley-singers/edit/places");
        places.Text.ShouldContain("A link worker was told that you are full until");
        places.Find("[name=State][checked]").GetAttribute("value").ShouldBe("Full");
        await moderator.SubmitAsync(places, "form:has([name=State])", [("State", "Open")]);
        (await site.Site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldNotContain("Full until");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_no_longer_meets_comes_before_the_moderators_once(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (_, link) = await IntroducedAsync(site);
        var group = Person(site);

        await AnswerAsync(group, link, "cannot", ("Answer.Reason", "NoLongerMeets"));
        await AnswerAsync(group, link, "cannot", ("Answer.Reason", "NoLongerMeets"), ("Answer.Words", "We stopped in June."));

        var queue = await (await site.Site.SignInAsync("ManageListings")).GetAsync("/manage/moderation");
        queue.Text.ShouldContain("no longer meets");
        var report = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ListingReport>().AsNoTracking().SingleAsync());
        report.Message.ShouldNotContain("June");
        (await site.Site.Visitor.GetAsync("/groups/shipley-singers")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_is_asked_again_once_and_then_the_worker_is_told_that_no_answer_came(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (plan, link) = await IntroducedAsync(site);
        await SentAsync(site, 6);
        await RunJobAsync(site);
        (await MailAsync(site)).Count.ShouldBe(1);

        await SentAsync(site, 7);
        await RunJobAsync(site);
        await RunJobAsync(site);
        var mails = await MailAsync(site);
        mails.Count.ShouldBe(2);
        var second = LinkIn(site, mails[1]);
        second.ShouldNotBe(link);
        foreach (var one in new[] { link, second }) (await Person(site).GetAsync(one)).Status.ShouldBe(HttpStatusCode.OK);

        await SentAsync(site, 14);
        await RunJobAsync(site);
        await RunJobAsync(site);
        (await MailAsync(site)).Count.ShouldBe(2);
        (await site.Worker.GetAsync("/workspace/introductions")).Text.ShouldContain("No answer. Ring the group.");
        (await site.Site.Visitor.GetAsync("/en/p/" + await site.ShareAsync(plan))).Text.ShouldContain("They have not answered yet.");

        // It is never too late.
        (await AnswerAsync(Person(site), second, "accept", ("Answer.Words", "Sorry, we were away. Come on Tuesday."))).Text.ShouldContain("They can come");
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

    private static async Task<PlanSite> SiteAsync(DatabaseKind kind, Func<ListingFacts, ListingFacts>? facts = null)
    {
        var site = await PlanSite.CreateAsync(kind);
        await ChangeAsync(site, known => (facts ?? (same => same))(known with { ContactEmail = Group }));
        return site;
    }

    private static Task ChangeAsync(PlanSite site, Func<ListingFacts, ListingFacts> change)
        => site.Site.RunAsync(async services =>
        {
            var revision = await services.GetRequiredService<PortalDbContext>().Set<Listing>().Where(known => known.Id == PlanSite.Choir).Select(known => known.Revision).SingleAsync();
            (await services.GetRequiredService<ListingEditor>().ChangeFactsAsync(PlanSite.Choir, revision, change, default)).Result.ShouldBe(EditResult.Saved);
        });

    private static async Task<string> PlanAsync(PlanSite site) => PlanSite.IdOf(await site.StartWithChoirAsync(language: "ur"));

    private static async Task<string> StepAsync(PlanSite site, string plan)
        => (await site.Worker.GetAsync($"/workspace/plans/{plan}")).Find(".portal-step").Id!["step-".Length..];

    private static async Task<Answer> OpenAsync(PlanSite site, string plan) => await site.Worker.GetAsync($"/workspace/plans/{plan}/introduce/{await StepAsync(site, plan)}");

    private static Task<Answer> WriteAsync(PlanSite site, Answer page)
        => site.Worker.SubmitAsync(page, "main form:has([name='Letter.Reach'])", [("Letter.Reach", Reach), ("Letter.Note", Note)]);

    private static Task<Answer> SendAsync(PlanSite site, Answer preview, bool agreed)
    {
        var button = preview.Find("button[formaction*='Send']");
        preview.Find("main form:has([name='Letter.Reach'])").SetAttribute("action", button.GetAttribute("formaction")!);
        return site.Worker.SubmitAsync(preview, "main form:has([name='Letter.Reach'])", [("Agreed", agreed ? "true" : null)]);
    }

    private static async Task<(string Plan, string Link)> IntroducedAsync(PlanSite site)
    {
        var plan = await PlanAsync(site);
        await SendAsync(site, await WriteAsync(site, await OpenAsync(site, plan)), agreed: true);
        return (plan, LinkIn(site, (await MailAsync(site)).ShouldHaveSingleItem()));
    }

    /// <summary>Somebody of the group, with a browser that says where its forms come from.</summary>
    private static Visitor Person(PlanSite site)
    {
        var person = site.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return person;
    }

    private static async Task<Answer> AnswerAsync(Visitor group, string link, string step, params (string Name, string? Value)[] fields)
        => await group.SubmitAsync(await group.GetAsync($"{link}/{step}"), "main form", fields);

    private static Task<List<OutboxMessage>> MailAsync(PlanSite site)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().OrderBy(mail => mail.CreatedAt).ToListAsync());

    private static Task<List<IntroductionState>> StatesAsync(PlanSite site)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Introduction>().AsNoTracking().Select(introduction => introduction.State).ToListAsync());

    private static Task SentAsync(PlanSite site, int daysAgo)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Introduction>().ExecuteUpdateAsync(change => change.SetProperty(introduction => introduction.SentAt, TimeProvider.System.GetUtcNow().AddDays(-daysAgo))));

    private static Task RunJobAsync(PlanSite site)
        => site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<IntroductionsJob>().Single().RunAsync(default));

    private static string LetterOn(Answer page) => string.Join('\n', page.Document.QuerySelectorAll(".portal-letter p").Select(line => line.TextContent.Trim()));

    private static string LinkIn(PlanSite site, OutboxMessage mail)
        => Link().Match(mail.Text).Value.Replace(site.Site.Host.Address.ToString().TrimEnd('/') + site.Site.Tenant.PathPrefix, "", StringComparison.Ordinal) is var path && path.StartsWith("http", StringComparison.Ordinal)
            ? new Uri(path).AbsolutePath.Replace(site.Site.Tenant.PathPrefix, "", StringComparison.Ordinal)
            : path;

    [GeneratedRegex(@"https?://\S+/introductions/[0-9a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
