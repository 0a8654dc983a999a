using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Directory;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

/// <summary>A refuge cannot be found and a private contact is not told, wherever one looks.</summary>
public sealed class PrivacyTests
{
    private static readonly string[] everywhere =
    [
        "/groups/shipley-singers", "/ur/groups/shipley-singers", "/groups/shipley-singers/calendar.ics", "/groups?q=Shipley+Singers", "/groups?q=singers&near=Shipley",
        "/oruk/v3/services?full=true&per_page=500", "/oruk/v3/services?format=ndjson&full=true", "/oruk/v3/service_at_locations?full=true&per_page=500", "/oruk/v3/organizations?full_service=true&per_page=500",
    ];

    [DatabaseTheory, EveryDatabase]
    public async Task A_confidential_address_is_shown_nowhere(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await site.ChangeVenueAsync("shipley-singers", venue =>
        {
            venue.IsConfidential = true;
            (venue.AddressLine, venue.Postcode, venue.Latitude, venue.Longitude) = ("17 Marigold Walk", "BD99 8ZY", 53.98764321, -1.12344321);
            foreach (var text in venue.Texts) (text.Title, text.Transport) = ("Wisteria House", "Bus 777");
        });

        foreach (var place in everywhere)
        {
            var page = (await site.Visitor.GetAsync(place)).Body;
            foreach (var secret in new[] { "Marigold", "BD99 8ZY", "53.9876", "1.1234", "Wisteria", "Bus 777" }) page.ShouldNotContain(secret, Case.Insensitive, place);
        }

        (await ZipAsync(site)).ShouldNotContain("Marigold");
        (await ZipAsync(site)).ShouldNotContain("Wisteria");
        foreach (var words in new[] { "Wisteria", "Marigold", "BD99 8ZY" })
            (await site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(new SearchQuery { Words = words, Language = "en" }, default))).Hits.ShouldNotContain(hit => hit.Slug == "shipley-singers");
        (await site.RunAsync(services => services.GetRequiredService<IPlaces>().FindAsync("BD99 8ZY", default))).ShouldBeNull();

        var found = await site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(new SearchQuery { Words = "Shipley Singers", Language = "en", Near = new Point(53.8, -1.7), WithinMiles = 1 }, default));
        found.Hits.Single(hit => hit.Slug == "shipley-singers").Miles.ShouldBeNull("It is not lost to a radius, and its distance is not told.");
        (await site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldContain("The address is not published");
        var service = await site.AskAsync($"/services/{await site.IdOfAsync("shipley-singers")}");
        service["service_at_locations"].ShouldBeNull();
        service["schedules"]![0]!["service_at_location_id"].ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_private_contact_is_shown_nowhere(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await site.ChangeAsync("shipley-singers", facts => facts with
        {
            ContactPrivate = true,
            ContactName = "Quintilia",
            ContactPhone = "01632 960999",
            ContactText = "07700 900999",
            ContactEmail = "quintilia@example.org",
        });

        foreach (var place in everywhere)
        {
            var page = (await site.Visitor.GetAsync(place)).Body;
            foreach (var secret in new[] { "Quintilia", "960999", "900999" }) page.ShouldNotContain(secret, Case.Insensitive, place);
        }

        (await ZipAsync(site)).ShouldNotContain("uintilia");
        var listing = (await site.RunAsync(async services => await services.GetRequiredService<IListings>().CardsAsync([(await ListingIdAsync(services))!], default))).Values.Single();
        (listing.ContactName, listing.ContactPhone, listing.ContactText, listing.ContactEmail).ShouldBe((null, null, null, null));
        (await site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldContain("Ask us, and we will put you in touch: 0113 496 0123");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_volunteer_keeps_a_contact_private_and_may_see_it(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var manager = await site.SignInAsync("ManageListings", "EditOwnListings");
        var form = await manager.GetAsync("/my-groups/shipley-singers/edit/contact");
        form.Status.ShouldBe(System.Net.HttpStatusCode.OK);

        await manager.SubmitAsync(form, "main form", [("Privacy", "private")]);

        (await manager.GetAsync("/my-groups/shipley-singers/edit/contact")).Find("input[name=Privacy]").HasAttribute("checked").ShouldBeTrue();
        (await manager.GetAsync("/my-groups/shipley-singers/edit/contact")).Find("input[name=Phone]").GetAttribute("value").ShouldBe("01632 960201");
        (await site.Visitor.GetAsync("/groups/shipley-singers")).Body.ShouldNotContain("960201");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_volunteer_keeps_a_place_secret(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var manager = await site.SignInAsync("ManageListings", "EditOwnListings");
        var form = await manager.GetAsync("/my-groups/shipley-singers/edit/where/place");
        form.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        var address = form.Find("input[name=Address]").GetAttribute("value")!;
        (await site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldContain(address);

        await manager.SubmitAsync(form, "main form", [("Privacy", "private")]);

        (await site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldNotContain(address);
        (await manager.GetAsync("/my-groups/shipley-singers/edit/where/place")).Find("input[name=Address]").GetAttribute("value").ShouldBe(address);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_tables_hold_every_service_and_what_belongs_to_it(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var answer = await site.Visitor.Client.GetAsync("oruk/v3/hsds-csv.zip");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var services = await site.ListAsync("/services?per_page=500&full=true");

        Rows(zip, "services.csv").Select(row => row["id"]).ShouldBe(services.Select(service => service.Id()), ignoreOrder: true);
        Rows(zip, "schedule.csv").Count.ShouldBe(services.Sum(service => service["schedules"]?.AsArray().Count ?? 0));
        var locations = Rows(zip, "locations.csv").Select(row => row["id"]).ToList();
        locations.ShouldBeUnique();
        Rows(zip, "service_at_location.csv").Select(row => row["location_id"]).Distinct().ShouldBe(locations, ignoreOrder: true);
        Rows(zip, "services.csv").Single(row => row["name"] == "Shipley Singers")["last_modified"].ShouldEndWith("Z");
        var description = JsonNode.Parse(new StreamReader(zip.GetEntry("datapackage.json")!.Open()).ReadToEnd())!;
        description["resources"]!.AsArray().Select(file => (string)file!["path"]!).ShouldBe(zip.Entries.Select(entry => entry.Name).Where(name => name != "datapackage.json"), ignoreOrder: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_tables_have_the_columns_of_the_published_examples(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var examples = JsonSchema.FolderOf("examples/csv");
        using var zip = new ZipArchive(await site.Visitor.Client.GetStreamAsync("oruk/v3/hsds-csv.zip"));

        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal)))
            new StreamReader(entry.Open()).ReadLine()!.ShouldStartWith(File.ReadLines(Path.Combine(examples, entry.Name)).First(), Case.Sensitive, entry.Name);
    }

    private static async Task<string?> ListingIdAsync(IServiceProvider services)
        => (await services.GetRequiredService<Portal.Directory.Services.ListingEditor>().FindAsync("shipley-singers", default))?.Id;

    private static async Task<string> ZipAsync(TestSite site)
    {
        using var zip = new ZipArchive(await site.Visitor.Client.GetStreamAsync("oruk/v3/hsds-csv.zip"));
        return string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    private static List<Dictionary<string, string>> Rows(ZipArchive zip, string name)
    {
        using var csv = new CsvHelper.CsvReader(new StreamReader(zip.GetEntry(name)!.Open()), System.Globalization.CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(field => field.Key, field => (string)field.Value, StringComparer.Ordinal))];
    }
}
