using System.Globalization;
using System.Text.Json;
using Portal.Search.Contracts;

namespace Benchmarks;

/// <summary>Listings made of the sentences, titles and terms of the sample recipes, shuffled; the same ones for the same seed.</summary>
internal sealed class GeneratedListings
{
    private static readonly string[] days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] prices = ["free", "free", "donation", "paid"];
    private static readonly string[] times = ["morning", "afternoon", "evening"];
    private readonly Random random;
    private readonly Dictionary<string, List<string>> sentences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> titleWords = new(StringComparer.Ordinal);
    private readonly List<(string Taxonomy, string Id, List<string> Words)> terms = [];
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

    public GeneratedListings(int seed)
    {
        random = new Random(seed);
        var recipes = Path.Combine(AppContext.BaseDirectory, "content-recipes");
        foreach (var item in Items(Path.Combine(recipes, "bradford", "bradford-listings.recipe.json"))) ReadListing(item);
        foreach (var item in Items(Path.Combine(recipes, "shared", "shared-taxonomies.recipe.json"))) ReadTaxonomy(item);
    }

    /// <summary>Centre of the area they are spread over, some forty miles across.</summary>
    public static Point Centre { get; } = new(53.79, -1.75);

    public SearchItem Next(int number)
    {
        var id = $"gen-{number.ToString("d6", CultureInfo.InvariantCulture)}";
        var own = Pick("tax-activity", 2).Concat(Pick("tax-need", 3)).Concat(Pick("tax-access", 5)).Concat(Pick("tax-audience", 2)).DistinctBy(term => term.Id).ToList();
        var online = random.Next(10) == 0;
        return new SearchItem
        {
            Kind = "listing",
            ItemId = id,
            Slug = id,
            Texts = [.. new[] { "en", "ur", "pl" }.Where(language => language != "pl" || random.Next(3) == 0).Select(Text)],
            TermWords = [.. own.SelectMany(term => term.Words)],
            Facets = [.. own.Select(term => new Facet(term.Taxonomy, term.Id)), new Facet("day", One(days)), new Facet("time", One(times)), new Facet("cost", One(prices)), new Facet("language", random.Next(3) == 0 ? "ur" : "en")],
            Place = online ? null : Somewhere(0.3),
            Anywhere = online,
            AssuredOn = today.AddDays(-random.Next(500)),
        };
    }

    public Point Somewhere(double degrees) => new(Centre.Latitude + ((random.NextDouble() - 0.5) * 2 * degrees), Centre.Longitude + ((random.NextDouble() - 0.5) * 3 * degrees));

    public T One<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private SearchText Text(string language) => new(
        language,
        string.Join(' ', Enumerable.Range(0, 3).Select(_ => One(titleWords[language]))),
        One(sentences[language]),
        string.Join(' ', Enumerable.Range(0, 14).Select(_ => One(sentences[language]))));

    private IEnumerable<(string Taxonomy, string Id, List<string> Words)> Pick(string taxonomy, int most)
    {
        var among = terms.Where(term => term.Taxonomy == taxonomy).ToList();
        return Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => One(among));
    }

    private void ReadListing(JsonElement item)
    {
        var language = item.GetProperty("LocalizationPart").GetProperty("Culture").GetString()!;
        if (!sentences.ContainsKey(language)) (sentences[language], titleWords[language]) = ([], []);
        titleWords[language].AddRange(item.GetProperty("DisplayText").GetString()!.Split(' '));
        var part = item.GetProperty("ListingPart");
        foreach (var field in new[] { "Description", "FirstVisit" })
        {
            if (part.TryGetProperty(field, out var text)) sentences[language].AddRange(text.GetProperty("Markdown").GetString()!.Split(['.', '۔', '?'], StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private void ReadTaxonomy(JsonElement item)
    {
        foreach (var term in item.GetProperty("TaxonomyPart").GetProperty("Terms").EnumerateArray())
        {
            var words = new List<string>();
            foreach (var name in term.GetProperty("TermPart").GetProperty("Names").GetProperty("ContentItems").EnumerateArray().Select(bag => bag.GetProperty("TermNamePart")))
            {
                words.Add(name.GetProperty("Name").GetProperty("Text").GetString()!);
                if (name.TryGetProperty("Synonyms", out var synonyms)) words.AddRange(synonyms.GetProperty("Values").EnumerateArray().Select(value => value.GetString()!));
            }

            terms.Add((item.GetProperty("ContentItemId").GetString()!, term.GetProperty("ContentItemId").GetString()!, words));
        }
    }

    private static IEnumerable<JsonElement> Items(string file)
        => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("steps").EnumerateArray().SelectMany(step => step.GetProperty("data").EnumerateArray());
}
