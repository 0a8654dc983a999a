using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Directory;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

public sealed class PagingTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_page_says_where_it_stands(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var total = (int)(await site.AskAsync("/services"))["total_items"]!;
        var pages = (total + 6) / 7;

        var first = await site.AskAsync("/services?per_page=7");
        var last = await site.AskAsync($"/services?per_page=7&page={pages}");
        var behind = await site.AskAsync($"/services?per_page=7&page={pages + 1}");

        Frame(first).ShouldBe((total, pages, 1, 7, true, false, false));
        Frame(last).ShouldBe((total, pages, pages, total - ((pages - 1) * 7), false, true, false));
        Frame(behind).ShouldBe((total, pages, pages + 1, 0, false, true, true));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Pages_before_and_after_the_middle_follow_the_order_of_the_whole_list(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var all = (await site.ListAsync("/services?minimal=true")).Select(service => service.Id()).ToList();

        var met = new List<string>();
        for (var number = 1; met.Count < all.Count && number <= all.Count; number++) met.AddRange((await site.ListAsync($"/services?per_page=7&page={number}")).Select(service => service.Id()));

        met.ShouldBe(all);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_walk_through_the_pages_meets_every_service_once_while_one_is_added(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var before = (int)(await site.AskAsync("/services"))["total_items"]!;

        var met = new List<string>();
        JsonNode page;
        var number = 0;
        do
        {
            page = await site.AskAsync($"/services?per_page=9&page={++number}");
            met.AddRange(page["contents"]!.AsArray().Select(service => service!.Id()));
            // Its id sorts before all those of the sample.
            if (number == 2) await AddAsync(site, "0000-new");
        }
        while (!(bool)page["last_page"]!);

        met.Count.ShouldBe(before + 1);
        met.Distinct().Count().ShouldBe(before + 1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task All_ids_come_at_once_when_only_these_are_asked_for(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var all = await site.AskAsync("/services?minimal=true");

        ((int)all["size"]!).ShouldBe((int)all["total_items"]!);
        all["contents"]![0]!.AsObject().Select(field => field.Key).ShouldBe(["id", "last_modified", "modified_date"]);
        ((int)(await site.AskAsync("/services?minimal=true&per_page=3&page=2"))["size"]!).ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task All_services_come_line_by_line(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var total = (int)(await site.AskAsync("/services"))["total_items"]!;

        var answer = await site.Visitor.GetAsync("/oruk/v3/services?format=ndjson&full=true");

        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        answer.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.Id()).Distinct().Count().ShouldBe(total);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_cannot_be_understood_is_told(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        foreach (var (query, parameter) in new[]
        {
            ("pages=2", "pages"), ("page=0", "page"), ("page=x", "page"), ("page=", "page"), ("page=1&page=2", "page"), ("page=99999999999", "page"), ("per_page=501", "per_page"), ("taxonomy_term_id=singing", "taxonomy_term_id"),
            ("day=someday", "day"), ("start_time=6pm", "start_time"), ("minimum_age=-1", "minimum_age"), ("modified_after=yesterday", "modified_after"), ("full=yes", "full"), ("format=xml", "format"),
        })
        {
            var answer = await site.Visitor.GetAsync("/oruk/v3/services?" + query);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, query);
            answer.Response.Headers.ETag.ShouldBeNull();
            var error = JsonNode.Parse(answer.Body)!["errors"]!.AsArray().ShouldHaveSingleItem()!;
            ((string)error["parameter"]!).ShouldBe(parameter);
            ((string)error["message"]!).ShouldEndWith(".");
        }

        (await site.Visitor.GetAsync("/oruk/v3/service_at_locations?proximity=100")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Visitor.GetAsync("/oruk/v3/service_at_locations?postcode=ZZ99+9ZZ&proximity=100")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Visitor.GetAsync("/oruk/v3/services/shipley-singers")).Status.ShouldBe(HttpStatusCode.NotFound);
        var nothing = await site.Visitor.GetAsync("/oruk/v3/nothing/here");
        nothing.Status.ShouldBe(HttpStatusCode.NotFound);
        ((string)JsonNode.Parse(nothing.Body)!["message"]!).ShouldNotBeEmpty();
    }

    private static (int, int, int, int, bool, bool, bool) Frame(JsonNode page)
        => ((int)page["total_items"]!, (int)page["total_pages"]!, (int)page["page_number"]!, (int)page["size"]!, (bool)page["first_page"]!, (bool)page["last_page"]!, (bool)page["empty"]!);

    private static Task AddAsync(TestSite site, string id) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var listing = new Listing { Id = id, Slug = id, Culture = "en" };
        listing.Texts.Add(new ListingText { Id = id, ListingId = id, Culture = "en", VersionId = id, Title = "New group" });
        listing.Put(new ListingFacts());
        db.Add(listing);
        await services.GetRequiredService<ListingIndexer>().IndexAsync(listing, default);
        await db.SaveChangesAsync();
    });
}
