using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class ReferralPrivacyTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Only_who_may_decide_sees_what_waits_and_nobody_sees_a_draft(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        var path = ReferralSite.PathOf(await site.OpenFirstAsync());
        var others = new Dictionary<string, Visitor>
        {
            ["worker"] = site.People.South,
            ["lead without triage"] = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople"),
            ["anonymous"] = site.Site.Visitor,
            ["volunteer"] = await site.Site.SignInAsync("EditOwnListings"),
            ["moderator"] = await site.Site.SignInAsync("ManageListings", "ModerateListings"),
            ["referrer"] = await site.Site.SignInAsync("Refer"),
            ["without second factor"] = await site.Site.SignInAsync(secondFactor: false, "UseWorkspace", "TriageReferrals"),
        };

        foreach (var (who, other) in others)
        {
            foreach (var address in new[] { path, "/workspace/referrals" })
            {
                var answer = await other.GetAsync(address, followRedirects: false);
                answer.Status.ShouldNotBe(HttpStatusCode.OK, $"{who} {address}");
                answer.Body.ShouldNotContain("Quibbledorf");
            }
        }

        await site.BeginAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        (await site.Triage.GetAsync("/workspace/referrals")).Document.QuerySelectorAll(".portal-board__item").Length.ShouldBe(1);
        var draft = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Portal.Signposting.Domain.Referrals.Referral>().OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync());
        (await site.Triage.GetAsync($"/workspace/referrals/{draft}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_referral_that_was_taken_on_is_seen_by_who_sees_the_person(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        var referral = await site.OpenFirstAsync();
        await site.Triage.SubmitAsync(referral, "form[action*='Accept']");

        (await site.People.NorthColleague.GetAsync(ReferralSite.PathOf(referral))).Text.ShouldContain("Lonely since the fall");
        (await site.People.South.GetAsync(ReferralSite.PathOf(referral))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.Site.SignInAsync("UseWorkspace", "TriageReferrals")).GetAsync(ReferralSite.PathOf(referral))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_database_does_not_give_away_who_is_referred(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var link = await site.MakeLinkAsync();
        var draft = await site.UntilCheckAsync(site.Practice, await site.Practice.GetAsync(link));
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(link));
        await site.Triage.SubmitAsync(await site.OpenFirstAsync(), "form[action*='Decline']", [("Reason", "area"), ("Words", "Lives in Snarfham")]);

        var raw = await site.People.RawAsync();

        raw.ShouldContain("signposting");
        foreach (var secret in ReferralSite.Secrets.Concat(["Snarfham", "9434765919", "1961-03-27", link.Split('/')[^1], ReferralSite.PathOf(draft).Split('/')[^2]]))
            raw.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Begun_sent_seen_and_decided_stand_in_the_trail_without_what_it_says(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        await site.Triage.SubmitAsync(await site.OpenFirstAsync(), "form[action*='Accept']");

        var trail = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().OrderBy(entry => entry.Number)
            .Where(entry => entry.SubjectKind == "referral").ToListAsync());

        trail.Select(entry => entry.Action).ShouldBe(["referral.begun", "referral.sent", "referral.viewed", "referral.viewed", "referral.accepted"]);
        trail[0].Actor.ShouldBe("public");
        foreach (var secret in ReferralSite.Secrets) trail.ShouldAllBe(entry => !$"{entry.Before} {entry.After} {entry.Why}".Contains(secret));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_may_not_be_stored_and_is_named_to_nobody(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var link = await site.MakeLinkAsync();
        var who = await site.BeginAsync(site.Practice, await site.Practice.GetAsync(link));

        foreach (var address in new[] { link, "/refer/self", ReferralSite.PathOf(who), "/refer/form/unknown/who", "/refer/form/unknown/3" })
            (await site.Practice.GetAsync(address)).Response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"], address);
        (await site.Practice.GetAsync(ReferralSite.PathOf(who))).Response.Headers.GetValues("Referrer-Policy").ShouldContain("no-referrer");
        (await site.Practice.GetAsync("/refer/form/unknown/3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
