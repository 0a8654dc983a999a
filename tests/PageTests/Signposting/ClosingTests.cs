using Portal.Platform.Data;
using Portal.Platform.Messages;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>The letter that sums up a plan: read before it goes, by safe ways only, with a copy where the person agreed.</summary>
public sealed class ClosingTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_letter_that_was_read_goes_in_the_persons_language_by_the_ways_that_were_chosen(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await site.Worker.SubmitAsync(await site.Worker.GetAsync($"{site.Plan}/steps/{site.StepId}/follow-up"), "main form", [("Attended", "yes"), ("DidHelp", "ALot")]);
        var page = await site.PressAsync(await site.OpenAsync(), "Preview", ("OwnWords", "آپ نے بہت ہمت دکھائی۔"));
        var read = page.Find(".portal-letter").TextContent;
        foreach (var words in new[] { "السلام علیکم", "آپ نے بہت ہمت دکھائی۔", "پھر سے گانا", "منگل کو گانا", "روز گنگنانا: اس سے آپ کو بہت مدد ملی۔", "میری بہن", "01632 960100" }) read.ShouldContain(words);

        var sent = await site.PressAsync(page, "Send", ("Ways", "email"), ("Ways", "text"), ("Ways", "referrer"));

        sent.Text.ShouldContain("The letter is on its way, and the plan is closed.");
        var messages = await site.MessagesAsync();
        messages.Count.ShouldBe(3);
        var letter = messages.Single(message => message.Content.To == "zulekha@example.org");
        letter.Content.Subject.ShouldBe("آپ کے لیے ایک خط");
        letter.Row.IsQuiet.ShouldBeTrue();
        foreach (var line in page.Document.QuerySelectorAll("main form > .portal-letter p").Select(line => line.TextContent.Trim())) letter.Content.Text.ShouldContain(line);
        var text = messages.Single(message => message.Row.Channel == OutboxChannel.Text);
        text.Content.To.ShouldBe("07700 900461");
        text.Content.Text.ShouldBe("السلام علیکم۔ ہماری بات چیت فی الحال مکمل ہو گئی۔ آپ ہمیشہ واپس آ سکتے ہیں۔ سوال ہو تو 01632 960100 پر فون کریں۔");
        var copy = messages.Single(message => message.Content.To == "gp@example.org");
        copy.Row.Language.ShouldBe("en");
        copy.Content.Text.ShouldContain("This is a copy of a letter to Zulekha Quibbledorf.");
        copy.Content.Text.ShouldContain("روز گنگنانا: this helped you a lot.");
        copy.Content.Subject.ShouldNotContain("Zulekha");

        // What was sent is kept to be printed; the plan is closed.
        sent.Find(".portal-letter").TextContent.ShouldContain("آپ نے بہت ہمت دکھائی۔");
        (await site.Worker.GetAsync(site.Plan)).Text.ShouldContain("The plan is closed.");
        var raw = await site.People.RawAsync();
        foreach (var secret in new[] { "zulekha@example.org", "07700 900461", "Quibbledorf", "ہمت", "گنگنانا" }) raw.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_way_that_the_person_forbids_is_not_offered_and_not_taken_when_a_form_asks_for_it(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await site.ReachAsync(("Form.Reach.Avoid", "text"), ("Form.Reach.Avoid", "email"), ("Form.Reach.Avoid", "letter"), ("Form.Reach.SafetyNote", "Her brother reads her post"));

        var page = await site.OpenAsync();
        page.Document.QuerySelector("[value=email]").ShouldBeNull();
        page.Document.QuerySelector("[value=text]").ShouldBeNull();
        foreach (var words in new[] { "No e-mail: they asked us not to.", "No text: they asked us not to.", "they asked for no letters", "Her brother reads her post" }) page.Text.ShouldContain(words);

        foreach (var way in new[] { "email", "text" }) (await site.PressAsync(await site.OpenAsync(), "Send", ("Ways", way))).Text.ShouldContain("One of these ways is not safe any more.");
        (await site.MessagesAsync()).ShouldBeEmpty();
        (await site.PressAsync(await site.OpenAsync(), "Send")).Text.ShouldContain("Choose at least one way.");

        (await site.PressAsync(await site.OpenAsync(), "Send", ("Ways", "print"))).Text.ShouldContain("Print the letter here.");
        (await site.MessagesAsync()).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_e_mail_that_would_show_who_writes_is_not_offered_where_that_must_not_be_known(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await site.ReachAsync(("Form.Reach.Avoid", "name"));

        var page = await site.OpenAsync();

        page.Text.ShouldContain("No e-mail: it would show who writes");
        page.Find("[name=Ways][value=text]").ShouldNotBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Without_consent_the_referrer_hears_nothing(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        var page = await site.OpenAsync();
        page.Find("[name=Ways][value=referrer]").ShouldNotBeNull();
        var consents = await site.Worker.GetAsync($"/workspace/people/{site.PersonId}/consent");
        // The newest stands first: that the referrer hears.
        await RecordSectionTests.WithdrawAsync(site.Worker, consents);

        // The consent was taken back after the page was opened.
        var refused = await site.PressAsync(page, "Send", ("Ways", "print"), ("Ways", "referrer"));

        refused.Text.ShouldContain("The letter has changed since you saw it.");
        refused.Text.ShouldContain("No copy to whoever referred them: they have not agreed to it.");
        (await site.MessagesAsync()).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_letter_that_changed_since_it_was_read_does_not_go(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        var page = await site.OpenAsync();
        await site.Worker.SubmitAsync(await site.Worker.GetAsync(site.Plan), "#plan-form", [("Texts[matters]", "کچھ اور")]);

        var refused = await site.PressAsync(page, "Send", ("Ways", "email"), ("OwnWords", "Keep this"));

        refused.Text.ShouldContain("The letter has changed since you saw it.");
        refused.Find(".portal-letter").TextContent.ShouldContain("کچھ اور");
        refused.Find("textarea").TextContent.ShouldContain("Keep this");
        refused.Find("[name=Ways][value=email]").HasAttribute("checked").ShouldBeTrue();
        (await site.MessagesAsync()).ShouldBeEmpty();
    }
}
