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

/// <summary>What comes of the answers of groups, and of their silence.</summary>
public sealed class IntroductionAnswerTests
{
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
}
