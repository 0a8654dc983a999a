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
}
