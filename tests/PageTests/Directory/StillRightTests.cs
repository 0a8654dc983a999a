using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using static PageTests.Directory.SilentGroups;

namespace PageTests.Directory;

/// <summary>What a group can say by the link in its letter.</summary>
public sealed class StillRightTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task By_the_link_a_group_says_that_it_has_a_break_or_has_ended_each_after_a_second_look(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await RunAsync(site);
        var link = LinkIn(site, (await site.ReadMailAsync()).Single());
        var visitor = site.NewVisitor();

        var pause = await visitor.GetAsync(link + "/paused");
        (await visitor.SubmitAsync(pause, "main form", [("BackOn", "2026-01-01")])).Find("#BackOn-error").TextContent.ShouldContain("still to come");
        var back = (await TodayAsync(site)).AddDays(40);
        await visitor.SubmitAsync(pause, "main form", [("BackOn", back.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]);
        (await site.ReadGroupAsync()).BackOn.ShouldBe(back);
        await RunAsync(site);
        (await site.ReadMailAsync()).Count.ShouldBe(1);

        var end = await visitor.GetAsync(link + "/ended");
        (await site.ReadGroupAsync()).Published.ShouldBeTrue();
        (await visitor.SubmitAsync(end, "main form")).Text.ShouldContain("Shipley Singers has ended");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Status.ShouldBe(HttpStatusCode.Gone);
        (await visitor.GetAsync(link)).Text.ShouldContain("Shipley Singers has ended");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Whose_changes_wait_for_a_moderator_may_confirm_by_the_link_but_signs_in_to_end_a_group(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<KeeperTrust>().ExecuteDeleteAsync());
        await RunAsync(site);
        var link = LinkIn(site, (await site.ReadMailAsync()).Single());
        (await site.NewVisitor().GetAsync(link + "/ended")).Address.AbsolutePath.ShouldEndWith("/account/sign-in");
        var visitor = site.NewVisitor();
        (await visitor.SubmitAsync(await visitor.GetAsync(link), "main form")).Text.ShouldContain("Thank you.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_ends_after_thirty_days_and_when_somebody_else_keeps_the_page(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await RunAsync(site);
        var link = LinkIn(site, (await site.ReadMailAsync()).Single());
        await PutAsync(site, facts => facts with { Maintainers = ["pat@example.org"] });
        (await site.NewVisitor().GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        await PutAsync(site, facts => facts with { Maintainers = [ShipleySingers.Joan] });
        (await site.NewVisitor().GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);

        var before = TimeProvider.System.GetUtcNow() - StillRightLink.Lifetime;
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<StillRightLink>()
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, one => before)));
        (await site.NewVisitor().GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        await RunAsync(site);
        (await CodesAsync(site)).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_looked_at_an_older_page_looks_again_before_it_is_confirmed(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await RunAsync(site);
        var visitor = site.NewVisitor();
        var opened = await visitor.GetAsync(LinkIn(site, (await site.ReadMailAsync()).Single()));
        await PutAsync(site, facts => facts with { ContactPhone = "01632 960222" });

        var again = await visitor.SubmitAsync(opened, "main form");
        again.Text.ShouldContain("Somebody changed the page a moment ago");
        again.Text.ShouldContain("01632 960222");
        (await site.ReadGroupAsync()).AssuredOn.ShouldBe(Ago(200));
        (await visitor.SubmitAsync(again, "main form")).Text.ShouldContain("Thank you.");
    }
}
