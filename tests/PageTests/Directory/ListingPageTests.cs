using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class ListingPageTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_page_of_a_group_says_what_one_needs_to_go(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/groups/shipley-singers");

        page.Find("h1").TextContent.ShouldBe("Shipley Singers");
        page.Find(".portal-facts").TextContent.ShouldContain("Tuesday 6:30 pm to 8 pm, weekly");
        page.Document.QuerySelectorAll(".portal-next-dates li").Length.ShouldBe(3);
        page.Find("a[href='tel:01632960201']").TextContent.ShouldContain("01632 960201");
        page.Find("a[href='sms:07700900201']");
        page.Find("a[href='mailto:shipley.singers@example.org']");
        page.Text.ShouldContain("Confirmed");
        page.Find("[data-module=map]").GetAttribute("data-tiles").ShouldBe("https://tile.example.org/{z}/{x}/{y}.png");
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_tells_search_engines_the_same_as_data(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/groups/shipley-singers");

        using var data = JsonDocument.Parse(page.Find("script[type='application/ld+json']").TextContent);
        data.RootElement.GetProperty("@type").GetString().ShouldBe("EventSeries");
        data.RootElement.GetProperty("eventSchedule")[0].GetProperty("byDay")[0].GetString().ShouldBe("https://schema.org/Tuesday");
        page.Find("link[rel=canonical]").GetAttribute("href")!.ShouldEndWith("/groups/shipley-singers");
        page.Document.QuerySelectorAll("link[rel=alternate][hreflang]").Length.ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_Urdu_page_is_in_Urdu_and_says_that_a_machine_translated_it(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/ur/groups/shipley-singers");

        page.Find("html").GetAttribute("dir").ShouldBe("rtl");
        page.Find("h1").HasAttribute("lang").ShouldBeFalse();
        page.Find(".portal-notice--warn").TextContent.ShouldContain("مشین");
        page.Text.ShouldContain("منگل");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Text_that_is_not_translated_says_which_language_it_is_in(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var slug = await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var listings = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
                db.Set<Portal.Directory.Domain.Listing>().Where(listing => !listing.Texts.Any(text => text.Culture == "pl")).Select(listing => listing.Slug));
            return listings.Order(StringComparer.Ordinal).First();
        });

        var page = await site.Visitor.GetAsync("/pl/groups/" + slug);

        page.Find("h1").GetAttribute("lang").ShouldBe("en");
        page.Find("h1").GetAttribute("dir").ShouldBe("ltr");
        page.Text.ShouldContain("pokazujemy ją w języku: angielski");
        page.Document.QuerySelectorAll(".portal-listing__more div[lang=en]").Length.ShouldBeGreaterThan(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Markup_in_a_group_s_text_is_shown_as_text(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await site.RunAsync(async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var listing = (await editor.FindAsync("shipley-singers", default))!;
            await editor.ChangeWordsAsync(
                listing.Id, listing.Revision, "en",
                words => words with { Title = "<b>Singers</b>", Summary = "<img src=x onerror=alert(1)>", Description = "<script>alert(1)</script> [x](javascript:alert(1))" }, isRight: false, default);
        });

        var page = await site.Visitor.GetAsync("/groups/shipley-singers");
        var list = await site.Visitor.GetAsync("/groups?q=singers");

        page.Find("h1").TextContent.ShouldBe("<b>Singers</b>");
        foreach (var body in new[] { page.Body, list.Body })
        {
            body.ShouldNotContain("<script>alert");
            body.ShouldNotContain("<img src=x");
            body.ShouldNotContain("href=\"javascript:");
            body.ShouldNotContain("<b>Singers");
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_is_not_there_is_told_in_plain_words(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/groups/no-such-group");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("We could not find that page");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_next_dates_come_as_a_calendar_file(DatabaseKind kind)
    {
        var file = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/ur/groups/shipley-singers/calendar.ics");

        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        file.Body.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        file.Body.ShouldContain("\r\nRRULE:FREQ=WEEKLY;BYDAY=TU;WKST=MO\r\n");
        file.Body.ShouldContain("\r\nTZID:Europe/London\r\n");
        file.Body.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
    }
}
