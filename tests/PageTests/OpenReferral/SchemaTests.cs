using System.Text.Json.Nodes;
using PageTests.Directory;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

/// <summary>Every address is held to the published schemas of Open Referral UK 3.0, by a validator that is not ours.</summary>
public sealed class SchemaTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Lists_are_valid_in_every_language(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        foreach (var language in new[] { "", "/ur", "/pl" })
        {
            await ValidAsync("compiled/service_list.json", await ContentsAsync(site, "/services?per_page=500", language));
            await ValidAsync("compiled/service_at_location_list.json", await ContentsAsync(site, "/service_at_locations?per_page=500", language));
            await ValidAsync("compiled/organization_list.json", await ContentsAsync(site, "/organizations?per_page=500", language));
            await ValidAsync("taxonomy.json", await ContentsAsync(site, "/taxonomies", language));
            await ValidAsync("taxonomy_term.json", await ContentsAsync(site, "/taxonomy_terms?per_page=500", language));
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_lists_give_in_full_is_valid(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        await ValidAsync("compiled/service.json", await ContentsAsync(site, "/services?per_page=500&full=true"));
        await ValidAsync("compiled/service_at_location.json", await ContentsAsync(site, "/service_at_locations?per_page=500&full=true"));
        await ValidAsync("compiled/organization.json", await ContentsAsync(site, "/organizations?per_page=500&full_service=true"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Every_single_thing_is_valid_at_its_own_address(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        foreach (var (list, schema) in new[]
        {
            ("/services", "compiled/service.json"), ("/service_at_locations", "compiled/service_at_location.json"), ("/organizations", "compiled/organization.json"),
            ("/taxonomies", "taxonomy.json"), ("/taxonomy_terms", "taxonomy_term.json"),
        })
        {
            var found = new JsonArray();
            foreach (var item in await site.ListAsync(list + "?per_page=500"))
            {
                var one = await site.AskAsync($"{list}/{item.Id()}");
                one.Id().ShouldBe(item.Id());
                found.Add(one.DeepClone());
            }

            await ValidAsync(schema, found);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_validator_does_find_what_is_wrong(DatabaseKind kind)
    {
        var services = await ContentsAsync(await BradfordSite.ToLookAtAsync(kind), "/services?per_page=2");
        services[1]!["status"] = "sleeping";

        (await JsonSchema.ErrorsAsync("compiled/service_list.json", services.ToJsonString())).ShouldHaveSingleItem().ShouldStartWith("1/status");
    }

    private static async Task<JsonArray> ContentsAsync(TestSite site, string path, string language = "")
        => (await site.AskAsync(path, language))["contents"]!.AsArray();

    private static async Task ValidAsync(string schema, JsonArray documents)
    {
        documents.Count.ShouldBeGreaterThan(2);
        (await JsonSchema.ErrorsAsync(schema, documents.ToJsonString())).ShouldBeEmpty();
    }
}
