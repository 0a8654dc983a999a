using System.Net;
using System.Text.Json.Nodes;
using PageTests.Directory;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

public sealed class ServiceTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_service_says_what_the_page_of_the_group_says(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        var service = await site.AskAsync($"/services/{await site.IdOfAsync("shipley-singers")}");

        ((string)service["name"]!).ShouldBe("Shipley Singers");
        ((string)service["status"]!).ShouldBe("active");
        ((string)service["email"]!).ShouldBe("shipley.singers@example.org");
        ((string)service["contacts"]![0]!["phones"]![0]!["number"]!).ShouldBe("01632 960201");
        ((string)service["last_modified"]!).ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        var schedule = service["schedules"]![0]!;
        ((string)schedule["freq"]!).ShouldBe("WEEKLY");
        ((string)schedule["byday"]!).ShouldBe("TU");
        ((string)schedule["opens_at"]!).ShouldBe("18:30");
        ((string)schedule["closes_at"]!).ShouldBe("20:00");
        ((string)schedule["description"]!).ShouldStartWith("Tuesday 6:30 pm to 8 pm, weekly");
        var at = service["service_at_locations"]![0]!;
        ((string)schedule["service_at_location_id"]!).ShouldBe(at.Id());
        at["location"]!["addresses"]!.AsArray().Count.ShouldBe(1);
        service["attributes"]!.AsArray().Select(attribute => (string)attribute!["link_type"]!).ShouldContain("service_type");
        service["languages"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_is_told_in_the_language_of_the_address_or_of_the_asker(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var path = $"/oruk/v3/services/{await site.IdOfAsync("shipley-singers")}";
        var english = JsonNode.Parse((await site.Visitor.GetAsync(path)).Body)!;

        var byAddress = await site.Visitor.GetAsync("/ur" + path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path.TrimStart('/')) { Headers = { { "Accept-Language", "fr, ur-PK;q=0.8, en;q=0.5" } } };
        var byAsker = await site.Visitor.Client.SendAsync(request);

        byAddress.Response.Content.Headers.ContentLanguage.ShouldBe(["ur"]);
        byAsker.Content.Headers.ContentLanguage.ShouldBe(["ur"]);
        byAsker.Headers.Vary.ShouldContain("Accept-Language");
        var urdu = JsonNode.Parse(byAddress.Body)!;
        ((string)urdu["schedules"]![0]!["description"]!).ShouldContain("منگل");
        urdu.Id().ShouldBe(english.Id());
        ((string)JsonNode.Parse(await byAsker.Content.ReadAsStringAsync())!["schedules"]![0]!["description"]!).ShouldContain("منگل");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_empty_is_left_out(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        foreach (var service in await site.ListAsync("/services?per_page=500&full=true"))
            Empty(service, "").ShouldBeEmpty();

        static IEnumerable<string> Empty(JsonNode? node, string place) => node switch
        {
            null => [place],
            JsonArray array => array.Count == 0 ? [place] : array.SelectMany((item, number) => Empty(item, $"{place}/{number}")),
            JsonObject thing => thing.SelectMany(field => Empty(field.Value, $"{place}/{field.Key}")),
            // The profile wants the county of an address, which nobody gives us.
            _ => (string?)(node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node : "x") == "" && !place.EndsWith("/state_province", StringComparison.Ordinal) ? [place] : [],
        };
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_is_hidden_is_gone_from_every_answer(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var id = await site.IdOfAsync("shipley-singers");
        var at = (await site.AskAsync($"/services/{id}"))["service_at_locations"]![0]!.Id();
        var before = (int)(await site.AskAsync("/services"))["total_items"]!;

        await site.ChangeAsync("shipley-singers", facts => facts with { Published = false });

        (await site.Visitor.GetAsync($"/oruk/v3/services/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor.GetAsync($"/oruk/v3/service_at_locations/{at}")).Status.ShouldBe(HttpStatusCode.NotFound);
        ((int)(await site.AskAsync("/services"))["total_items"]!).ShouldBe(before - 1);
        foreach (var list in new[] { "/services?per_page=500", "/services?search=Shipley+Singers&per_page=500", "/service_at_locations?per_page=500", "/organizations?full_service=true&per_page=500", "/services?modified_after=2020-01-01&per_page=500" })
            (await site.ListAsync(list)).Text().ShouldNotContain(id.ToString());
        (await site.Visitor.GetAsync("/oruk/v3/services?format=ndjson")).Body.ShouldNotContain(id.ToString());
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_id_of_another_tenant_is_unknown(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var other = await BradfordSite.ToChangeAsync(kind);
        var (ours, theirs) = (await site.IdOfAsync("shipley-singers"), await other.IdOfAsync("shipley-singers"));

        ours.ShouldNotBe(theirs);
        (await other.Visitor.GetAsync($"/oruk/v3/services/{ours}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var term = (await site.ListAsync("/taxonomy_terms?per_page=1"))[0].Id();
        (await other.Visitor.GetAsync($"/oruk/v3/taxonomy_terms/{term}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ListAsync($"/services?taxonomy_term_id={term}")).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_paused_group_is_closed_for_now(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await site.ChangeAsync("shipley-singers", facts => facts with { Places = Places.Paused });

        var service = await site.AskAsync($"/services/{await site.IdOfAsync("shipley-singers")}");

        ((string)service["status"]!).ShouldBe("temporarily closed");
        ((string?)service["alert"]).ShouldNotBeNullOrEmpty();
    }
}
