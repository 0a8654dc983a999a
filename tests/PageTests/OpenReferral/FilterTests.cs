using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Directory;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

public sealed class FilterTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Words_find_services_in_any_language(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        (await site.NamesAsync("/services?search=Shipley+Singers"))[0].ShouldBe("Shipley Singers");
        (await site.NamesAsync("/services?search=" + Uri.EscapeDataString("گانا") + "&per_page=100")).ShouldContain("Shipley Singers");
        (await site.NamesAsync("/services?search=singing&day=TU")).ShouldContain("Shipley Singers");
        (await site.NamesAsync("/services?search=singing&day=SU")).ShouldNotContain("Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Terms_and_taxonomies_narrow_the_list(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var singing = (await site.ListAsync("/taxonomy_terms?per_page=500")).Single(term => (string)term["term"]! == "singing");
        var found = await site.ListAsync($"/services?taxonomy_term_id={singing.Id()}&full=true&per_page=500");

        found.Select(service => (string)service["name"]!).ShouldContain("Shipley Singers");
        found.ShouldAllBe(service => service["attributes"]!.AsArray().Any(attribute => (string)attribute!["taxonomy_term_id"]! == singing.Id()));
        var all = (int)(await site.AskAsync("/services"))["total_items"]!;
        found.Count.ShouldBeLessThan(all);
        ((int)(await site.AskAsync($"/services?taxonomy_id={(string)singing["taxonomy_id"]!}"))["total_items"]!).ShouldBeInRange(found.Count, all);
        (await site.ListAsync($"/services?taxonomy_term_id={Guid.NewGuid()}")).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Days_and_times_are_those_of_one_and_the_same_meeting(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        (await site.NamesAsync("/services?day=Tuesday&start_time=18:30&end_time=20:00&per_page=500")).ShouldContain("Shipley Singers");
        (await site.NamesAsync("/services?day=TU&start_time=18:31&per_page=500")).ShouldNotContain("Shipley Singers");
        (await site.NamesAsync("/services?day=TU&end_time=19:59&per_page=500")).ShouldNotContain("Shipley Singers");
        (await site.NamesAsync("/services?day=WE&per_page=500")).ShouldNotContain("Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Ages_are_those_a_service_states(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await site.ChangeAsync("shipley-singers", facts => facts with { MinimumAge = 16, MaximumAge = 80 });

        (await site.NamesAsync("/services?minimum_age=16")).ShouldBe(["Shipley Singers"]);
        (await site.NamesAsync("/services?minimum_age=17")).ShouldBeEmpty();
        (await site.NamesAsync("/services?maximum_age=80")).ShouldBe(["Shipley Singers"]);
        (await site.NamesAsync("/services?maximum_age=79")).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Places_are_those_within_the_circle(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var singers = (await site.ListAsync("/service_at_locations?per_page=500&full=true")).Single(at => (string)at["service"]!["name"]! == "Shipley Singers");
        var postcode = Uri.EscapeDataString((string)singers["location"]!["addresses"]![0]!["postal_code"]!);

        var all = (int)(await site.AskAsync("/service_at_locations"))["total_items"]!;
        var near = await site.AskAsync($"/service_at_locations?postcode={postcode}&proximity=500&per_page=500");

        near["contents"]!.AsArray().Select(at => (string)at!["service"]!["name"]!).ShouldContain("Shipley Singers");
        ((int)near["total_items"]!).ShouldBeInRange(1, all - 1);
        ((int)(await site.AskAsync($"/service_at_locations?postcode={postcode}"))["total_items"]!).ShouldBe(all);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Only_what_has_changed_since_is_listed(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var newest = (await site.ListAsync("/services?per_page=500")).Max(service => (string)service["last_modified"]!)!;
        var after = Uri.EscapeDataString(DateTimeOffset.Parse(newest, System.Globalization.CultureInfo.InvariantCulture).AddMilliseconds(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        (await site.NamesAsync($"/services?modified_after={after}")).ShouldBeEmpty();

        await site.ChangeAsync("shipley-singers", facts => facts with { CostPence = 150, Cost = Cost.Paid });
        (await site.NamesAsync($"/services?modified_after={after}")).ShouldBe(["Shipley Singers"]);

        // What a service shows of its place is part of it.
        await site.ChangeVenueAsync("manningham-walkers", venue => venue.AddressLine = "1 New Street");
        (await site.NamesAsync($"/services?modified_after={after}")).ShouldContain("Manningham Walkers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_term_of_a_new_name_changes_the_services_under_it(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var before = (string)(await site.AskAsync($"/services/{await site.IdOfAsync("shipley-singers")}"))["last_modified"]!;
        await site.RunAsync(async services =>
        {
            var term = await services.GetRequiredService<PortalDbContext>().Set<Term>().SingleAsync(term => term.Path == "singing");
            await services.GetRequiredService<TermEditor>().ChangeAsync(term, [new TermName("en", "Choirs", [])], default);
        });

        var service = await site.AskAsync($"/services/{await site.IdOfAsync("shipley-singers")}");

        ((string)service["last_modified"]!).ShouldBeGreaterThan(before);
        service["attributes"]!.AsArray().Select(attribute => (string)attribute!["taxonomy_term"]!["name"]!).ShouldContain("Choirs");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_organisation_has_its_services(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var service = (await site.ListAsync("/services?per_page=500")).First(one => one["organization_id"] is not null);

        var organization = await site.AskAsync($"/organizations/{(string)service["organization_id"]!}");

        organization["services"]!.AsArray().Select(one => one!.Id()).ShouldContain(service.Id());
        (await site.ListAsync($"/services?organization_id={organization.Id()}&per_page=500")).Select(one => one.Id()).ShouldBe(organization["services"]!.AsArray().Select(one => one!.Id()));
    }
}
