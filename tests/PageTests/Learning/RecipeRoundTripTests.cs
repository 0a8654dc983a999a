using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Learning;

public sealed class RecipeRoundTripTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Articles_and_collections_are_written_as_they_were_read(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        await ShouldBeWrittenAsReadAsync(site, "shared-articles", "Article", "Collection");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Programmes_are_written_as_they_were_read(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        await ShouldBeWrittenAsReadAsync(site, "shared-programmes", "Programme");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_reference_that_leads_nowhere_is_told(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var problems = await ReadingSite.RunItemsAsync(
            site,
            Article("art-new", "\"Needs\": { \"TaxonomyContentItemId\": \"tax-need\", \"TermContentItemIds\": [\"need-nothing\"] }, \"ReadNext\": { \"ContentItemIds\": [\"art-nowhere\", \"art-pacing\"] }"));

        problems.Select(problem => problem.Message).ShouldBe(
            ["Article 'art-new': Needs refers to the term 'need-nothing', which is not in 'tax-need'.", "Article 'art-new': ReadNext refers to 'art-nowhere', which is not there."],
            ignoreOrder: true);
        (await site.Visitor.GetAsync("/learn/art-new")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Articles_may_lead_to_articles_further_down(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var problems = await ReadingSite.RunItemsAsync(
            site, Article("art-one", "\"ReadNext\": { \"ContentItemIds\": [\"art-two\"] }"), Article("art-two", "\"ReadNext\": { \"ContentItemIds\": [\"art-one\"] }"));

        problems.ShouldBeEmpty();
        (await site.Visitor.GetAsync("/learn/art-one")).Text.ShouldContain("Title of art-two");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_articles_cannot_share_an_address(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var problems = await ReadingSite.RunItemsAsync(site, Article("art-copy", "\"Order\": { \"Value\": 1 }", slug: "pacing"));

        problems.ShouldHaveSingleItem().Message.ShouldBe("Article 'art-copy': another article has the address 'pacing'.");
    }

    private static string Article(string id, string fields, string? slug = null)
        => $$"""
            { "ContentItemId": "{{id}}", "ContentItemVersionId": "{{id}}-v1", "ContentType": "Article", "TitlePart": { "Title": "Title of {{id}}" }, "AutoroutePart": { "Path": "{{slug ?? id}}" },
              "LocalizationPart": { "LocalizationSet": "{{id}}", "Culture": "en" }, "ArticlePart": { "Gist": { "Markdown": "A gist" }, {{fields}} }, "MarkdownBodyPart": { "Markdown": "A body" } }
            """;

    private static async Task ShouldBeWrittenAsReadAsync(TestSite site, string recipe, params string[] types)
    {
        var today = await site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today));
        var read = ReadingSite.ItemsOf(recipe, today).ToDictionary(item => item["ContentItemId"]!.GetValue<string>());

        var written = await site.RunAsync(async services =>
        {
            var items = new List<JsonObject>();
            foreach (var type in services.GetServices<IContentType>().Where(type => types.Contains(type.Name)))
            {
                await foreach (var item in type.ExportAsync(CancellationToken.None))
                    items.Add(JsonSerializer.SerializeToNode(item, item.GetType(), PortalJson.Options)!.AsObject());
            }

            return items;
        });

        written.Select(item => item["ContentItemId"]!.GetValue<string>()).ShouldBe(read.Keys, ignoreOrder: true);
        foreach (var item in written)
        {
            var original = read[item["ContentItemId"]!.GetValue<string>()];
            JsonNode.DeepEquals(item, original).ShouldBeTrue($"{item.ToJsonString()}\nwas\n{original.ToJsonString()}");
        }
    }
}
