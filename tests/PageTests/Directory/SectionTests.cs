using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class SectionTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Times_are_understood_as_people_write_them_and_shown_at_once(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var form = await joan.GetAsync(ShipleySingers.Edit + "/when");
        var withTwo = await joan.SubmitAsync(form, "main form", [("Rows[0].Days", "WE"), ("Rows[0].Start", "2")]);
        withTwo.Text.ShouldContain("The end comes before the beginning.");
        withTwo.Find("[name='Rows[0].Start']").GetAttribute("value").ShouldBe("2");
        var saved = await joan.SubmitAsync(withTwo, "main form", [("Rows[0].End", "3.30"), ("Note", "Not in August")]);

        saved.Text.ShouldContain("Saved.");
        var shown = await site.Visitor.GetAsync(ShipleySingers.Page);
        shown.Text.ShouldContain("Wednesday 2 pm to 3:30 pm, weekly");
        shown.Text.ShouldContain("Not in August");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Another_time_is_added_without_scripts_and_without_losing_what_was_typed(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var form = await joan.GetAsync(ShipleySingers.Edit + "/when");
        form.Find("main form").SetAttribute("action", form.Find("button[formaction]").GetAttribute("formaction")!);

        var longer = await joan.SubmitAsync(form, "main form", [("Rows[0].Start", "10.15")]);
        longer.Find("[name='Rows[0].Start']").GetAttribute("value").ShouldBe("10.15");
        await joan.SubmitAsync(
            await joan.SubmitAsync(longer, "main form", [("Rows[1].Rhythm", "-1"), ("Rows[1].Days", "FR"), ("Rows[1].Start", "six")]),
            "main form", [("Rows[1].Start", "6pm")]);

        var group = await site.ReadGroupAsync();
        group.Schedules.Count.ShouldBe(2);
        group.Schedules[0].Start.ShouldBe(new TimeOnly(10, 15));
        group.Schedules[1].ByDay.ShouldBe(["-1FR"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_place_is_found_by_its_postcode_and_kept_once(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var refused = await joan.ChangeAsync("where/new", ("Name", "Old Mill"), ("Address", "1 Mill Lane"), ("Postcode", "BD18"));
        refused.Text.ShouldContain("That is not a whole postcode.");
        refused.Find("[name=Name]").GetAttribute("value").ShouldBe("Old Mill");
        (await joan.SubmitAsync(refused, "main form", [("Postcode", "bd183ab"), ("Town", "Shipley")])).Text.ShouldContain("Saved.");

        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("1 Mill Lane, Shipley BD18 3AB");
        var venue = await VenueAsync(site);
        venue.Latitude.ShouldNotBeNull();

        (await joan.ChangeAsync("where/new", ("Name", "old mill"), ("Address", "Mill Lane"), ("Postcode", "BD18 3AB"))).Text.ShouldContain("nothing was changed");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_online_group_has_no_place(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        (await joan.ChangeAsync("where", ("Ways", "online"), ("Ways", "phone"))).Text.ShouldContain("Saved.");

        (await site.ReadGroupAsync()).VenueId.ShouldBeNull();
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Online or by phone");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Contacts_are_written_properly_and_what_is_unclear_is_told_beside_the_field(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var refused = await joan.ChangeAsync("contact", ("Phone", "01632 96"), ("Text", "01632 960201"), ("Email", "joan"), ("Website", "www.example.org"));
        foreach (var field in new[] { "Phone", "Text", "Email" }) refused.Find($"#{field}-error").TextContent.ShouldNotBeEmpty();
        refused.Find("[name=Website]").GetAttribute("value").ShouldBe("www.example.org");
        await joan.SubmitAsync(refused, "main form", [("Phone", "+44 1632 960201"), ("Text", "07700900201"), ("Email", "joan@example.org")]);

        var group = await site.ReadGroupAsync();
        (group.ContactPhone, group.ContactText, group.ContactEmail, group.ContactWebsite).ShouldBe(("01632 960201", "07700 900201", "joan@example.org", "https://www.example.org"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task New_words_leave_the_translation_behind_until_somebody_who_knows_the_language_says_it_is_right(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        (await joan.ChangeAsync("words/en", ("Summary", "Sing for two hours."))).Text.ShouldContain("Polish: out of date");
        (await joan.ChangeAsync("words/pl", ("Summary", "Śpiewamy przez dwie godziny."))).Text.ShouldContain("Polish: out of date");
        (await site.ReadGroupAsync()).Texts.In("pl")!.Review.ShouldBe(ContentTexts.Machine);

        var right = await joan.ChangeAsync("words/pl", ("Ticked", "right"));
        right.Text.ShouldContain("Polish: up to date");
        (await site.ReadGroupAsync()).Texts.In("pl")!.Review.ShouldBe(ContentTexts.Reviewed);
        (await site.Visitor.GetAsync("/pl" + ShipleySingers.Page)).Text.ShouldContain("Śpiewamy przez dwie godziny.");

        var undone = await joan.SubmitAsync(right, ".portal-notice form");
        undone.Text.ShouldContain("Polish: out of date");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_text_in_a_new_language_is_public_at_once_and_can_be_undone(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var saved = await joan.ChangeAsync("words/ur", ("Title", "شپلی کے گانے والے"), ("Summary", "مل کر گائیں"), ("Ticked", "right"));
        saved.Text.ShouldContain("Saved.");
        (await site.Visitor.GetAsync("/ur" + ShipleySingers.Page)).Text.ShouldContain("شپلی کے گانے والے");

        await joan.SubmitAsync(saved, ".portal-notice form");
        (await site.ReadGroupAsync()).Texts.In("ur").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Too_long_a_line_is_kept_in_the_form(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var tooLong = new string('a', 141);

        var refused = await joan.ChangeAsync("words/en", ("Summary", tooLong), ("Title", ""));

        refused.Text.ShouldContain("at most 140 letters");
        refused.Text.ShouldContain("Write the name of the group");
        refused.Find("[name=Summary]").GetAttribute("value").ShouldBe(tooLong);
        refused.Find("[name=Title]").GetAttribute("value").ShouldBe("");
    }

    private static Task<Venue> VenueAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Venue>().SingleAsync(venue => venue.Postcode == "BD18 3AB"));
}
