using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>Reminders of steps: on their day, once, in the person's language, by a way that is safe.</summary>
public sealed class ReminderTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_reminder_goes_once_on_its_day_and_says_nothing_of_the_person(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await RemindAsync(site, 0);

        await RunAsync(site);
        await RunAsync(site);

        var (row, content) = (await site.MessagesAsync()).ShouldHaveSingleItem();
        row.Channel.ShouldBe(OutboxChannel.Text);
        row.IsQuiet.ShouldBeTrue();
        row.Language.ShouldBe("ur");
        content.To.ShouldBe("07700 900461");
        content.Text.ShouldBe("السلام علیکم۔ یاددہانی: آپ نے کچھ کرنے کا سوچا ہوا ہے۔ سوال ہو تو 01632 960100 پر فون کریں۔");
        (await site.Worker.GetAsync(site.Plan)).Find(".portal-step").TextContent.ShouldContain("Reminded");

        // Another day is another reminder.
        await RemindAsync(site, 1);
        (await site.Worker.GetAsync(site.Plan)).Find(".portal-step").TextContent.ShouldContain("A reminder goes to them on");
        await RunAsync(site);
        (await site.MessagesAsync()).Count.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_likes_e_mail_best_gets_one_with_a_subject_that_says_nothing(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await site.ReachAsync(("Form.Reach.Best", "email"));
        await RemindAsync(site, 0);

        await RunAsync(site);

        var (row, content) = (await site.MessagesAsync()).ShouldHaveSingleItem();
        row.Channel.ShouldBe(OutboxChannel.Email);
        content.To.ShouldBe("zulekha@example.org");
        content.Subject.ShouldBe("ایک یاددہانی");
        content.Text.ShouldContain("روز گنگنانا");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_the_person_forbade_after_it_was_set_is_respected(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await RemindAsync(site, 0);
        await site.ReachAsync(("Form.Reach.Avoid", "text"), ("Form.Reach.Avoid", "email"));

        await RunAsync(site);

        (await site.MessagesAsync()).ShouldBeEmpty();
        (await site.Worker.GetAsync($"{site.Plan}/steps/{site.StepId}")).Text.ShouldContain("Reminders need a record");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Where_something_has_to_be_thought_of_first_no_program_writes(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await RemindAsync(site, 0);
        await site.ReachAsync(("Form.Reach.SafetyNote", "Only while her husband is at work"));

        await RunAsync(site);

        (await site.MessagesAsync()).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_reminder_that_was_missed_for_days_does_not_go_late(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await RemindAsync(site, -2);

        await RunAsync(site);

        (await site.MessagesAsync()).ShouldBeEmpty();
        (await site.Worker.GetAsync(site.Plan)).Find(".portal-step").TextContent.ShouldContain("did not go");
    }

    private static async Task RemindAsync(ClosingSite site, int days)
    {
        var day = await site.People.Site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var saved = await site.Worker.SubmitAsync(await site.Worker.GetAsync($"{site.Plan}/steps/{site.StepId}"), "main form", [("Texts[remind]", day)]);
        saved.Text.ShouldContain("The step is saved.");
    }

    private static Task<string?> RunAsync(ClosingSite site) => site.People.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<RemindersJob>().Single().RunAsync(default));
}
