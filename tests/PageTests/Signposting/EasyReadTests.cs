using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>The shared plan in Easy Read.</summary>
public sealed class EasyReadTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Each_line_says_one_thing_with_a_picture_and_answers_stay_in_easy_read(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync();
        var id = PlanSite.IdOf(plan);
        var note = plan.Find(".portal-step textarea").GetAttribute("name")!;
        await site.Worker.SubmitAsync(plan, "#plan-form", [("Texts[matters]", "I want to sing. I like tea."), (note, "Go to the side door. Ring the bell.")]);
        var code = await site.ShareAsync(id);
        var person = site.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        // The link that was given leads on to Easy Read, also before a language is in the address.
        var sheet = await person.GetAsync($"/p/{code}?easy=true");

        sheet.Address.AbsolutePath.ShouldContain("/en/p/");
        var lines = sheet.Document.QuerySelectorAll(".portal-easy p").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        foreach (var line in new[] { "I want to sing.", "I like tea.", "Go to the side door.", "Ring the bell.", "Kirkgate Hall", "This is how you get there:", "Bus 662 stops outside.", "Ask for Nasreen.", "You can ring 0113 496 0142." }) lines.ShouldContain(line);
        sheet.Document.QuerySelectorAll(".portal-easy").ShouldAllBe(row => row.QuerySelector("svg") != null);
        var said = await person.SubmitAsync(sheet, "form[action*='handler=Say']", [("kind", "Went")]);
        said.Address.Query.ShouldContain("easy=true");
        said.Text.ShouldContain("You said: I went.");
        (await person.GetAsync($"/en/p/{code}")).Find("a[href*='easy=true']").TextContent.ShouldContain("Easy Read");
        (await site.Worker.GetAsync($"/workspace/plans/{id}/preview?easy=true")).Find(".portal-plan--easy").TextContent.ShouldContain("I like tea.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_the_record_says_they_need_is_chosen_already_for_link_print_and_letter(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);
        await site.People.FillAsync(site.Worker, site.PersonId, "communication", ("Form.Communication.Needs", "easy-read"));

        var share = await site.Worker.GetAsync(site.Plan + "/share");
        share.Find("input[name=Form][checked]").GetAttribute("value").ShouldBe("Easy");
        share.Text.ShouldContain("Easy Read is chosen because their record says they need it.");
        var made = await site.Worker.SubmitAsync(share, "form[method=post]:has([name=Days])", [("Word", "marigold")]);
        made.Find(".portal-share__link").TextContent.ShouldEndWith("?easy=true");

        // The form outlasts the word that is asked for first.
        var person = site.People.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var asked = await person.GetAsync("/p/" + made.Find(".portal-share__link").TextContent.Split("/p/")[1]);
        (await person.SubmitAsync(asked, "main form", [("typed", "marigold")])).Document.QuerySelector(".portal-plan--easy").ShouldNotBeNull();

        var preview = await site.Worker.GetAsync(site.Plan + "/preview");
        preview.Document.QuerySelector(".portal-plan--easy").ShouldNotBeNull();
        preview.Text.ShouldContain("because their record says they need it");
        (await site.Worker.GetAsync(ReferralSite.PathOf(preview, "a[href$='easy=false']"))).Document.QuerySelector(".portal-plan--easy").ShouldBeNull();

        var letter = await site.PressAsync(await site.OpenAsync(), "Preview", ("OwnWords", "You did it. Be proud."));
        letter.Find("input[name=Form][checked]").GetAttribute("value").ShouldBe("Easy");
        letter.Document.QuerySelectorAll(".portal-letter--big p").Select(line => line.TextContent.Trim()).ShouldContain("Be proud.");
        // Another form is another letter: it is read before it goes.
        var changed = await site.PressAsync(letter, "Send", ("Form", "Large"), ("Ways", "print"));
        changed.Text.ShouldContain("The letter has changed since you saw it");
        changed.Find(".portal-letter--big").TextContent.ShouldContain("You did it. Be proud.");
        (await site.PressAsync(changed, "Send", ("Ways", "print"))).Document.QuerySelector(".portal-letter--big").ShouldNotBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Without_such_a_need_the_usual_form_is_chosen_and_a_form_that_is_none_is_refused(DatabaseKind kind)
    {
        var site = await ClosingSite.CreateAsync(kind);

        var share = await site.Worker.GetAsync(site.Plan + "/share");

        share.Find("input[name=Form][checked]").GetAttribute("value").ShouldBe("Usual");
        share.Text.ShouldNotContain("their record says");
        (await site.Worker.SubmitAsync(share, "form[method=post]:has([name=Days])", [("Form", "Sideways")])).Find("#Form-error").TextContent.ShouldContain("Choose how they read it");
        (await site.Worker.SubmitAsync(share, "form[method=post]:has([name=Days])", [("Form", "Large")])).Find(".portal-share__link").TextContent.ShouldEndWith("?large=true");
    }
}
