using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Domain;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>What the person forbids while a message waits for the morning holds: it is not sent, and the worker sees it.</summary>
public sealed class HeldBackTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_message_waiting_for_the_morning_goes_when_nothing_changed(DatabaseKind kind)
    {
        var site = await HeldOvernightAsync(kind);

        await MorningAsync(site);

        (await site.MessagesAsync()).ShouldHaveSingleItem().Row.ShouldSatisfyAllConditions(row => row.SentAt.ShouldNotBeNull(), row => row.HeldBackAt.ShouldBeNull());
        (await site.Worker.GetAsync($"/workspace/people/{site.PersonId}")).Text.ShouldNotContain("Messages that were not sent");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_no_longer_safe_is_held_back_and_the_worker_sees_why(DatabaseKind kind)
    {
        foreach (var (field, value, reason) in new[]
        {
            ("Form.Reach.Avoid", "text", "They said that this way is not safe."),
            ("Form.Reach.Phone", "07700 900499", "The number or address on the record is another one now."),
            ("Form.Reach.SafetyNote", "Only while her husband is at work", "Somebody wrote down what else keeps them safe."),
        })
        {
            var site = await HeldOvernightAsync(kind);
            await site.ReachAsync((field, value));

            await MorningAsync(site);

            (await site.MessagesAsync()).ShouldHaveSingleItem().Row.ShouldSatisfyAllConditions(row => row.SentAt.ShouldBeNull(), row => row.NextAttemptAt.ShouldBeNull(), row => row.HeldBackAt.ShouldNotBeNull());
            (await site.Worker.GetAsync($"/workspace/people/{site.PersonId}")).Find("section[aria-labelledby=held]").TextContent.ShouldContain(reason);
            (await site.Worker.GetAsync($"/workspace/people/{site.PersonId}/history")).Text.ShouldContain("held a message back");
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_agreed_to_and_taken_back_holds_for_letters_to_the_person(DatabaseKind kind)
    {
        var site = await HeldOvernightAsync(kind);
        var lead = await site.People.Site.SignInAsync("UseWorkspace", "SeeAllPeople", "ManageMessages");
        await site.People.Site.RunAsync(async services =>
        {
            // As if the consent had been taken back in the moment between the withdrawal's look at the outbox and the delivery.
            var (db, texts) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<Portal.Signposting.Services.PrivateText>());
            var person = await db.Set<Portal.Signposting.Domain.People.Person>().SingleAsync(person => person.Id == site.PersonId);
            var consents = person.Consents(texts);
            person.Write(texts, consents.Withdraw(consents.Present("record")!.Id, new DateOnly(2026, 11, 1)));
            await db.SaveChangesAsync();
        });

        await MorningAsync(site);

        (await lead.GetAsync($"/workspace/people/{site.PersonId}")).Find("section[aria-labelledby=held]").TextContent.ShouldContain("They took back what they had agreed to.");
        var outbox = await lead.GetAsync("/manage/messages");
        outbox.Text.ShouldContain("Held back: it may no longer be sent");
        // Trying it again asks again.
        await lead.SubmitAsync(outbox, "td form");
        await MorningAsync(site);
        (await site.MessagesAsync()).ShouldHaveSingleItem().Row.ShouldSatisfyAllConditions(row => row.SentAt.ShouldBeNull(), row => row.HeldBackAt.ShouldNotBeNull());
    }

    /// <summary>A reminder that was written at night.</summary>
    private static async Task<ClosingSite> HeldOvernightAsync(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await QuietAsync(site, isNight: true);
        var today = await site.People.Site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        await site.Worker.SubmitAsync(await site.Worker.GetAsync($"{site.Plan}/steps/{site.StepId}"), "main form", [("Texts[remind]", today)]);
        await RunAsync<RemindersJob>(site);
        (await site.MessagesAsync()).ShouldHaveSingleItem().Row.SentAt.ShouldBeNull();
        return site;
    }

    /// <summary>The quiet hours end and what waits is delivered.</summary>
    private static async Task MorningAsync(ClosingSite site)
    {
        await QuietAsync(site, isNight: false);
        await site.People.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().Where(message => message.SealedContent != null && message.NextAttemptAt != null)
            .ExecuteUpdateAsync(change => change.SetProperty(message => message.NextAttemptAt, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        await RunAsync<Portal.Messages.Jobs.DeliverMessages>(site);
        await Wait.UntilAsync(async () => (await site.MessagesAsync()).TrueForAll(message => message.Row.SentAt is not null || message.Row.HeldBackAt is not null));
    }

    private static Task QuietAsync(ClosingSite site, bool isNight) => site.People.Site.RunAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<PortalDbContext>(), TimeOnly.FromDateTime(DateTime.UnixEpoch.Add(TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch)));
        await Setting.WriteAsync(db, TextSettings.Name, new TextSettings { QuietFrom = isNight ? now.AddHours(-3) : default, QuietUntil = isNight ? now.AddHours(3) : default });
        await db.SaveChangesAsync();
    });

    private static Task<string?> RunAsync<T>(ClosingSite site)
        where T : TenantJob
        => site.People.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<T>().Single().RunAsync(default));
}
