using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Those who keep a group correct the place where it meets, for all who meet there.</summary>
public sealed class PlaceTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_page_says_who_else_meets_there_and_their_pages_show_the_correction(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var form = await joan.GetAsync(ShipleySingers.Edit + "/where/place");
        form.Text.ShouldContain("1 other group meets here");
        form.Text.ShouldContain("Kirkgate Knitters");
        var saved = await joan.SubmitAsync(form, "main form", [("Words[0].Title", "Kirkgate Community Hall"), ("Words[0].Transport", "Bus 622 stops outside."), ("Address", "14 Kirkgate"), ("Words[2].Title", "Dom przy Kirkgate")]);

        saved.Text.ShouldContain("Saved.");
        foreach (var page in new[] { ShipleySingers.Page, "/groups/kirkgate-knitters" })
        {
            var shown = await site.Visitor.GetAsync(page);
            shown.Text.ShouldContain("Kirkgate Community Hall");
            shown.Text.ShouldContain("14 Kirkgate");
            shown.Text.ShouldContain("Bus 622 stops outside.");
            (await site.Visitor.GetAsync("/pl" + page)).Text.ShouldContain("Dom przy Kirkgate");
        }

        (await site.Visitor.GetAsync("/groups?q=community")).Text.ShouldContain("Kirkgate Knitters");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_correction_stands_in_the_history_and_is_taken_back(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var saved = await joan.ChangeAsync("where/place", ("Address", "14 Kirkgate"));
        var history = await joan.GetAsync($"/my-groups/{ShipleySingers.Slug}/history");
        history.Text.ShouldContain("The place was corrected");
        history.Document.QuerySelector("del")!.TextContent.ShouldBe("12 Kirkgate");
        history.Document.QuerySelector("ins")!.TextContent.ShouldBe("14 Kirkgate");

        await joan.SubmitAsync(saved, ".portal-notice form");
        (await ReadAsync(site)).AddressLine.ShouldBe("12 Kirkgate");
        (await site.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync())).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_sent_back_as_it_was_changes_nothing_and_mistakes_are_told_beside_the_field(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        (await joan.ChangeAsync("where/place")).Text.ShouldContain("nothing was changed");
        var refused = await joan.ChangeAsync("where/place", ("Words[0].Title", ""), ("Postcode", "BD18"), ("Words[1].Transport", "بس"));
        foreach (var field in new[] { "Words-0--Title", "Postcode", "Words-1--Title" }) refused.Find($"#{field}-error").TextContent.ShouldNotBeEmpty();
        refused.Find("[name='Words[1].Transport']").TextContent.Trim().ShouldBe("بس");
        (await ReadAsync(site)).Revision.ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task When_somebody_else_corrected_it_meanwhile_both_are_shown(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var slow = await joan.GetAsync(ShipleySingers.Edit + "/where/place");
        await joan.ChangeAsync("where/place", ("Address", "14 Kirkgate"));

        var refused = await joan.SubmitAsync(slow, "main form", [("Address", "16 Kirkgate")]);
        refused.Text.ShouldContain("Somebody else changed this page");
        refused.Document.QuerySelector("del")!.TextContent.ShouldBe("14 Kirkgate");
        refused.Document.QuerySelector("ins")!.TextContent.ShouldBe("16 Kirkgate");
        (await joan.SubmitAsync(refused, "main form")).Text.ShouldContain("Saved.");
        (await ReadAsync(site)).AddressLine.ShouldBe("16 Kirkgate");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_without_a_place_has_no_such_page(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("where", ("Ways", "online"));

        (await joan.GetAsync(ShipleySingers.Edit + "/where/place")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>A second group at the same place, which Joan does not keep.</summary>
    private static async Task<TestSite> OpenAsync(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var listing = new Listing { Id = "knitters", Slug = "kirkgate-knitters", Culture = "en" };
            listing.Texts.Add(new ListingText { Id = "knitters", ListingId = "knitters", Culture = "en", VersionId = "v1", Words = new ListingWords { Title = "Kirkgate Knitters" } });
            listing.Put(new ListingFacts { VenueId = "hall", Languages = ["en"], ContactPhone = "01632 960202" });
            db.Add(listing);
            await db.SaveChangesAsync();
        });
        return site;
    }

    private static Task<Venue> ReadAsync(TestSite site)
        => site.RunAsync(async services => (await services.GetRequiredService<PortalDbContext>().FindVenueAsync("hall", default))!);
}
