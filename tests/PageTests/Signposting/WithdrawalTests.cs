using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.Introductions;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class WithdrawalTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task When_groups_may_no_longer_be_told_what_they_were_asked_is_closed_and_nothing_new_is_sent(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        await AskAgainAsync(site);
        var consents = await site.People.North.GetAsync($"/workspace/people/{site.Id}/consent");

        var ask = await site.People.North.GetAsync(ReferralSite.PathOf(consents, "a[href$='/withdraw']"));
        ask.Text.ShouldContain("1 introduction that the group has not answered is closed");
        ask.Text.ShouldNotContain("links to plans");
        (await StatesAsync(site)).ShouldBe([(IntroductionState.Waiting, true), (IntroductionState.Accepted, true)], ignoreOrder: true);
        var done = await site.People.North.SubmitAsync(ask, "main form");

        done.Text.ShouldContain("taken back on");
        (await StatesAsync(site)).ShouldBe([(IntroductionState.Waiting, false), (IntroductionState.Accepted, true)], ignoreOrder: true);
        (await site.Site.Visitor.GetAsync($"/p/{WholePerson.ShareCode}")).Text.ShouldContain("Paint the gate");
        var history = await site.People.North.GetAsync($"/workspace/people/{site.Id}/history");
        history.Text.ShouldContain("recorded that consent was taken back");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task When_notes_may_no_longer_be_kept_links_stop_letters_are_not_sent_and_the_record_is_finished(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        await LetterAsync(site);
        var consents = await site.People.FillAsync(site.People.North, site.Id, "consent", ("Scope", "record"), ("How", "spoken"));

        var ask = await site.People.North.GetAsync(ReferralSite.PathOf(consents, "a[href$='/withdraw']"));
        ask.Text.ShouldContain("1 link to a plan stops working");
        ask.Text.ShouldContain("2 letters to who referred them");
        ask.Text.ShouldContain("The record is put away as finished");
        await site.People.North.SubmitAsync(ask, "main form");

        (await site.Site.Visitor.GetAsync($"/p/{WholePerson.ShareCode}")).Text.ShouldNotContain("Paint the gate");
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().CountAsync(message => message.To == "gp@example.org" || (message.SealedContent != null && message.About != site.PlanId)))).ShouldBe(0);
        (await site.People.North.GetAsync($"/workspace/plans/{site.PlanId}/share")).Text.ShouldContain("so the plan is not shared");
        (await site.People.North.GetAsync($"/workspace/people/{site.Id}")).Text.ShouldContain("This record is finished");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_consent_that_is_not_there_has_no_page(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        (await site.People.North.GetAsync($"/workspace/people/{site.Id}/consent/nothing/withdraw")).Status.ShouldBe(HttpStatusCode.NotFound);
        var consents = await site.People.North.GetAsync($"/workspace/people/{site.Id}/consent");
        var address = ReferralSite.PathOf(consents, "a[href$='/withdraw']");
        (await site.People.South.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

        await RecordSectionTests.WithdrawAsync(site.People.North, consents);
        (await site.People.North.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A second group is asked and has not answered.</summary>
    private static Task AskAgainAsync(WholePerson site) => site.Site.RunAsync(async services =>
    {
        var (db, texts, now) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<Portal.Signposting.Services.PrivateText>(), TimeProvider.System.GetUtcNow());
        var asked = new Introduction { Id = Ids.New(TimeProvider.System), PlanId = site.PlanId, StepId = "another", ListingId = PlanSite.Walk, Language = "en", AgreedOn = DateOnly.FromDateTime(now.UtcDateTime), SentAt = now, ByPhone = false };
        asked.SetLetter(texts, new IntroductionLetter("W", "en", "Through me", ""));
        db.Add(asked);
        await db.SaveChangesAsync();
    });

    private static Task LetterAsync(WholePerson site) => site.Site.RunAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<PortalDbContext>(), TimeProvider.System.GetUtcNow());
        db.Add(new OutboxMessage { Id = Ids.New(TimeProvider.System), To = "gp@example.org", Language = "en", Subject = "How it went", Text = "Referral ABCD2345", Html = "", CreatedAt = now, NextAttemptAt = now.AddDays(1) });
        // A copy of a closing letter lies sealed, so it says by its referral whose it is.
        var referral = await db.Set<Portal.Signposting.Domain.Referrals.Referral>().Select(row => row.Id).SingleAsync();
        services.GetRequiredService<IMessageWriter>().Write(new LetterToWrite { About = referral, To = "gp@example.org", Language = "en", Subject = "How it went", Lines = [new LetterLine(LetterLineKind.Paragraph, "Well")] });
        await db.SaveChangesAsync();
    });

    private static async Task<List<(IntroductionState State, bool IsOpen)>> StatesAsync(WholePerson site)
        => (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Introduction>().Select(one => new { one.State, IsOpen = one.ClosedAt == null }).ToListAsync())).ConvertAll(one => (one.State, one.IsOpen));
}
