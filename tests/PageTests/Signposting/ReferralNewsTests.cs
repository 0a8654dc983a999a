using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Messages;
using Portal.Signposting.Domain;
using Portal.Signposting.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>Those who decide hear of referrals as their team wishes, and a practice's link can be one team's own.</summary>
public sealed class ReferralNewsTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Who_decides_gets_a_letter_at_once_that_leads_there_and_names_nobody(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));

        var letter = (await LettersAsync(site)).ShouldHaveSingleItem();

        letter.To.ShouldBe(await EmailAsync(site, "north"));
        letter.Subject.ShouldBe("A new referral");
        foreach (var secret in ReferralSite.Secrets.Append("Vexholme")) $"{letter.Subject} {letter.Text} {letter.Html}".ShouldNotContain(secret);
        var path = "/workspace/referrals/" + letter.Text.Split("/workspace/referrals/")[1][..26];
        (await site.Triage.GetAsync(path)).Text.ShouldContain("Lonely since the fall");
        (await site.People.South.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Once_a_day_tells_how_many_are_new_and_tells_them_once(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await WishAsync(site, "North team", "Daily");
        var link = await site.MakeLinkAsync();
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(link));
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(link));
        (await LettersAsync(site)).ShouldBeEmpty();

        (await RunAsync(site)).ShouldBe("2 referrals");
        (await RunAsync(site)).ShouldBeNull();

        var letter = (await LettersAsync(site)).ShouldHaveSingleItem();
        letter.Subject.ShouldBe("New referrals");
        letter.Text.ShouldContain("new referrals since the last e-mail: 2");
        foreach (var secret in ReferralSite.Secrets) letter.Text.ShouldNotContain(secret);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_wants_no_letter_gets_none(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await WishAsync(site, "North team", "None");
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));

        await RunAsync(site);

        (await LettersAsync(site)).ShouldBeEmpty();
        (await site.Triage.GetAsync("/workspace/referrals")).Text.ShouldContain("Zulekha Quibbledorf");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_of_one_team_leads_to_that_team_and_those_who_see_all_people(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var (south, lead) = (await site.Site.SignInAsync("UseWorkspace", "TriageReferrals"), await site.Site.SignInAsync("UseWorkspace", "TriageReferrals", "SeeAllPeople"));
        var southId = await JoinAsync(site, "South team", south);
        var link = await site.MakeLinkAsync();
        var list = await site.Manager.GetAsync("/manage/referrers");
        var tie = await site.Manager.GetAsync(ReferralSite.PathOf(list, "a[href*='/manage/referrers/']"));
        var wrong = await site.Manager.SubmitAsync(tie, "main form", [("Team", "unknown")]);
        wrong.Find("#Team-error").TextContent.ShouldContain("Choose one of these");
        var tied = await site.Manager.SubmitAsync(tie, "main form", [("Team", await TeamIdAsync(site, "South team"))]);
        tied.Text.ShouldContain("Who sees what comes: South team");

        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(link));

        (await LettersAsync(site)).ShouldHaveSingleItem().To.ShouldBe(southId);
        var seen = await south.GetAsync("/workspace/referrals");
        seen.Text.ShouldContain("Zulekha Quibbledorf");
        (await lead.GetAsync("/workspace/referrals")).Text.ShouldContain("Zulekha Quibbledorf");
        var north = await site.Triage.GetAsync("/workspace/referrals");
        north.Text.ShouldNotContain("Quibbledorf");
        north.Document.QuerySelector("a[href$='/workspace/referrals'] .portal-count")?.TextContent.ShouldNotContain("1");
        var path = ReferralSite.PathOf(seen, ".portal-board__item a");
        (await site.Triage.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        // The team is chosen already when the person is taken on.
        (await south.GetAsync(path)).Find("input[name=Team][checked]").GetAttribute("value").ShouldBe(await TeamIdAsync(site, "South team"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_comes_for_a_team_in_which_nobody_decides_is_told_to_those_who_see_it(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var lead = await site.Site.SignInAsync("UseWorkspace", "TriageReferrals", "SeeAllPeople");
        var leadEmail = await LastUserEmailAsync(site);
        var made = await site.Manager.SubmitAsync(await site.Manager.GetAsync("/manage/referrers"), "#add", [("Name", "Vexholme Surgery"), ("Team", await TeamIdAsync(site, "South team"))]);
        var link = new Uri(made.Find(".portal-share__link").TextContent).AbsolutePath[site.Site.Tenant.PathPrefix.Length..];

        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(link));

        (await LettersAsync(site)).ShouldHaveSingleItem().To.ShouldBe(leadEmail);
        (await lead.GetAsync("/workspace/referrals")).Text.ShouldContain("Zulekha Quibbledorf");
    }

    private static async Task WishAsync(ReferralSite site, string team, string news)
    {
        var manager = await site.Site.SignInAsync("ManageTeams");
        var form = await manager.GetAsync($"/manage/teams/{await TeamIdAsync(site, team)}");
        form.Find("input[name=News][checked]").GetAttribute("value").ShouldBe("AtOnce");
        (await manager.SubmitAsync(form, "main form", [("News", news)])).Text.ShouldContain("Saved.");
    }

    /// <summary>Puts the user who was signed in before the last one into a team, and answers with their address.</summary>
    private static async Task<string> JoinAsync(ReferralSite site, string team, Visitor user)
    {
        user.ShouldNotBeNull();
        var (id, email) = await site.Site.RunAsync(async services =>
        {
            var users = await services.GetRequiredService<PortalDbContext>().Set<PortalUser>().OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Email }).Take(2).ToListAsync();
            return (users[1].Id, users[1].Email!);
        });
        var manager = await site.Site.SignInAsync("ManageTeams");
        var form = await manager.GetAsync($"/manage/teams/{await TeamIdAsync(site, team)}");
        await manager.SubmitAsync(form, "main form", [("Members", site.People.UserIds["south"]), ("Members", id)]);
        return email;
    }

    private static Task<string> TeamIdAsync(ReferralSite site, string name) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Team>().Where(team => team.Name == name).Select(team => team.Id).SingleAsync());

    private static Task<string> LastUserEmailAsync(ReferralSite site) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalUser>().OrderByDescending(user => user.Id).Select(user => user.Email!).FirstAsync());

    private static Task<string> EmailAsync(ReferralSite site, string worker)
    {
        var id = site.People.UserIds[worker];
        return site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalUser>().Where(user => user.Id == id).Select(user => user.Email!).SingleAsync());
    }

    /// <summary>The letters to those who decide.</summary>
    private static Task<List<OutboxMessage>> LettersAsync(ReferralSite site)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().Where(message => message.Text.Contains("/workspace/referrals")).ToListAsync());

    private static Task<string?> RunAsync(ReferralSite site) => site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<ReferralNewsJob>().Single().RunAsync(default));
}
