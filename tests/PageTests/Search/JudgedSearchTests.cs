using System.Globalization;
using PageTests.Directory;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using Xunit;
using Xunit.Abstractions;

namespace PageTests.Search;

/// <summary>Whether people find what they look for: what the page shows for queries of real people, against what would help them.</summary>
public sealed class JudgedSearchTests(ITestOutputHelper output)
{
    /// <summary>A little under what was measured; docs/search.md has the figures. They are raised when the search gets better, and not lowered when it gets worse.</summary>
    private static readonly Dictionary<string, double> floors = new(StringComparer.Ordinal) { ["en"] = 0.8, ["ur"] = 0.855, ["pl"] = 0.75, ["bn"] = 0.74, ["all"] = 0.795 };

    [Fact]
    public void There_are_queries_enough_in_four_languages()
    {
        JudgedQuery.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        JudgedQuery.All.GroupBy(query => query.Language).Select(language => language.Count()).ShouldAllBe(count => count >= 10);
        JudgedQuery.All.Select(query => query.Language).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void The_best_order_has_the_measure_one_and_a_worse_one_less()
    {
        var query = new JudgedQuery("en", "choir", new Dictionary<string, int> { ["a"] = 3, ["b"] = 1 });

        query.Ndcg(["a", "b", "c"]).ShouldBe(1);
        query.Ndcg(["b", "a"]).ShouldBe((1 + (7 / Math.Log2(3))) / (7 + (1 / Math.Log2(3))), 0.0001);
        query.Ndcg(["c"]).ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task People_find_what_helps_them(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var measured = new List<(JudgedQuery Query, double Ndcg)>();
        foreach (var query in JudgedQuery.All) measured.Add((query, query.Ndcg(await ShownAsync(site, query))));

        foreach (var (query, ndcg) in measured) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ndcg:0.000} {query.Language} {query.Words}"));
        var means = measured.GroupBy(one => one.Query.Language).ToDictionary(group => group.Key, group => group.Average(one => one.Ndcg), StringComparer.Ordinal);
        means["all"] = measured.Average(one => one.Ndcg);
        foreach (var (language, mean) in means) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: {mean:0.000}"));
        foreach (var (language, floor) in floors) means[language].ShouldBeGreaterThanOrEqualTo(floor, language);
    }

    private static async Task<IEnumerable<string>> ShownAsync(TestSite site, JudgedQuery query)
    {
        var prefix = BradfordSite.Settings.Languages.Skip(1).Contains(query.Language) ? "/" + query.Language : "";
        var page = await site.Visitor.GetAsync($"{prefix}/groups?q={Uri.EscapeDataString(query.Words)}");
        return page.Document.QuerySelectorAll(".portal-card__title a").Select(link => link.GetAttribute("href")!.Split('/')[^1]);
    }
}
