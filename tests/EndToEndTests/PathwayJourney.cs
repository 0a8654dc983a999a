using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>Somebody is taken on, not reached, reached, and moved a tier in the team meeting. What is done ten times a day takes at most three steps from the board.</summary>
[Collection("journeys")]
public sealed class PathwayJourney(SampleSites sites, Browser browser)
{
    private const int MostSteps = 3;

    [SkippableTheory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desktop, false)]
    public async Task Somebody_is_taken_on_contacted_and_moved_a_tier_in_the_meeting(Screen screen, bool scripts)
    {
        var family = $"Wayfarer{screen}";
        var worker = $"coach-{screen.ToString().ToLowerInvariant()}@example.org";
        await PrepareAsync(worker, family, screen);
        var page = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await page.SignInAsWorkerAsync(worker, scripts);

        await page.Locator(".portal-tabs a[href$='/workspace/referrals']").ClickAsync();
        await page.Locator(".portal-board__item a", new PageLocatorOptions { HasText = family }).ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("form[action*='Accept'] button").ClickAsync();
        (await page.InnerTextAsync("main")).ShouldContain("Get in touch");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"path-1-person-{screen}");

        await FromBoardAsync(page, family, scripts, async clicks =>
        {
            await page.PictureAsync($"path-2-board-{screen}");
            await clicks("a[href*='/contact']");
            await page.ShouldBeAccessibleAsync(scripts);
            await page.PictureAsync($"path-3-contact-{screen}");
            await clicks(".portal-picks a[href*='no-answer']");
            await page.ShouldBeAccessibleAsync(scripts);
            await page.PictureAsync($"path-4-no-answer-{screen}");
            await clicks("main form button[type=submit]");
        });
        (await page.InnerTextAsync("main")).ShouldContain("The contact is noted.");
        await FromBoardAsync(page, family, scripts, async clicks =>
        {
            await clicks("a[href*='/contact']");
            await clicks(".portal-picks a[href*='reached']");
            await page.FillAsync("#Note", "Wants to sing. Mornings are best.");
            await clicks("main form button[type=submit]");
        });
        await FromBoardAsync(page, family, scripts, async clicks =>
        {
            await clicks("a[href*='/next']");
            await page.ShouldBeAccessibleAsync(scripts);
            await page.SelectOptionAsync("#Next-Kind", "plan");
            await clicks("main form button[type=submit]");
        });
        await FromBoardAsync(page, family, scripts, async clicks =>
        {
            await clicks("a[href*='/move']");
            await page.ShouldBeAccessibleAsync(scripts);
            await page.PictureAsync($"path-5-move-{screen}");
            await page.FillAsync("#Why", "Ready for a coach");
            await clicks("main form button[type=submit]");
        });
        (await page.Locator(".portal-board__item", new PageLocatorOptions { HasText = family }).InnerTextAsync()).ShouldContain("Tier 1: health coach");
        await FromBoardAsync(page, family, scripts, async clicks => await clicks("form[action*='handler=Plan'] button"));
        (await page.InnerTextAsync("h1")).ShouldBe("Plan for Wilma");

        await PutOnAgendaAsync(page, family);
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator(".portal-tabs a[href$='/workspace/meetings']").ClickAsync();
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator(".portal-actions a").First.ClickAsync();
        await PlanTodayAsync(page, scripts);
        await page.Locator(".portal-actions a.nhsuk-button").First.ClickAsync();
        (await page.InnerTextAsync("main")).ShouldContain("A worker asked for it");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"path-6-agenda-{screen}");
        await page.Locator(".portal-board__item .portal-tools a").First.ClickAsync();
        await page.FillAsync("#Notes", "The pain eases when she sings.");
        await page.FillAsync("#Decision", "Modules from January");
        await page.CheckAsync("input[name=To][value=tier-2]");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"path-7-talk-{screen}");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("input[name=Present]").First.CheckAsync();
        await page.Locator("#record button[formaction]").ClickAsync();
        var record = await page.InnerTextAsync("main");
        record.ShouldContain("Moved from Tier 1: health coach to Tier 2: signposting and modules");
        record.ShouldContain("Modules from January");
        await page.ShouldBeAccessibleAsync(scripts);
        await page.PictureAsync($"path-8-record-{screen}");

        await page.GotoAsync("workspace");
        (await page.Locator(".portal-board__item", new PageLocatorOptions { HasText = family }).InnerTextAsync()).ShouldContain("Tier 2");
    }

    /// <summary>Does something from the card of a person, counting every click.</summary>
    private static async Task FromBoardAsync(IPage page, string family, bool scripts, Func<Func<string, Task>, Task> work)
    {
        await page.GotoAsync("workspace");
        await page.ShouldBeAccessibleAsync(scripts);
        var card = page.Locator(".portal-board__item", new PageLocatorOptions { HasText = family });
        var steps = 0;
        await work(async selector =>
        {
            steps++;
            await (steps == 1 ? card.Locator(selector) : page.Locator(selector)).ClickAsync();
        });
        steps.ShouldBeInRange(1, MostSteps);
    }

    private static async Task PutOnAgendaAsync(IPage page, string family)
    {
        await page.GotoAsync("workspace");
        await page.Locator(".portal-board__item h3 a", new PageLocatorOptions { HasText = family }).ClickAsync();
        await page.Locator("a[href$='/agenda']").ClickAsync();
        await page.FillAsync("#Why", "More than one group helps");
        await page.Locator("#flag button").ClickAsync();
        await page.GotoAsync("workspace");
    }

    private static async Task PlanTodayAsync(IPage page, bool scripts)
    {
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        await page.FillAsync("#On", today.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("#On-Month", today.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("#On-Year", today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.ShouldBeAccessibleAsync(scripts);
        await page.Locator("main form button[type=submit]").ClickAsync();
    }

    /// <summary>There is a worker in a team of their own, and a referral that waits.</summary>
    private async Task PrepareAsync(string worker, string family, Screen screen)
    {
        var site = await TestSite.OpenAsync(sites.Host, "bradford");
        await site.CreateLinkAsync(worker, "/workspace", "UseWorkspace", "TriageReferrals");
        await site.RunAsync(async services =>
        {
            var (db, texts, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<PrivateText>(), TimeProvider.System);
            var user = await services.GetRequiredService<IUsers>().FindByEmailAsync(worker, default);
            var who = new Who { FirstName = "Wilma", FamilyName = family, Born = TypedDate.Of(new DateOnly(1958, 5, 4)) };
            var hashes = await services.GetRequiredService<PersonLookup>().HashesAsync(who, default);
            var team = new Team { Id = Ids.New(clock), Name = "Team " + screen };
            team.SetMembers([user!.Id]);
            var referral = new Referral { Id = Ids.New(clock), Reference = "PATH" + screen.ToString()[..4].ToUpperInvariant(), Source = ReferralSource.Team, DraftUntil = clock.GetUtcNow(), Language = "en", CreatedAt = clock.GetUtcNow() };
            referral.Write(texts, new ReferralContent
            {
                Referrer = new Referrer { Name = "Reception" },
                Who = who,
                Reach = new Reach { Phone = "07700 900461", Best = "call", Avoid = ["voicemail"] },
                Communication = new Communication { Interpreter = Communication.No, Needs = ["large-print"] },
                Reason = new Reason { Words = "Neck pain for a year" },
                Risks = new Risks { Answer = Risks.NoneKnown },
                Agreement = new Agreement { IsGiven = true },
            });
            referral.Send(hashes, clock.GetUtcNow());
            db.Add(team);
            db.Add(referral);
            await db.SaveChangesAsync();
        });
    }
}
