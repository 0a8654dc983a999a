using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Services;
using Portal.Directory.Services.Searching;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>The number beside a filter is the number of groups its link leads to, whatever else is chosen.</summary>
public sealed class FacetCountTests
{
    private const int Combinations = 60;

    [DatabaseTheory, EveryDatabase]
    public async Task The_number_beside_each_filter_is_what_its_link_finds(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        await site.RunAsync(async services =>
        {
            var (search, panel) = (services.GetRequiredService<GroupSearch>(), services.GetRequiredService<FilterPanel>());
            var terms = await services.GetRequiredService<ITaxonomies>().ReadAsync(default);
            var shipley = (await services.GetRequiredService<IPlaces>().FindAsync("Shipley", default))!;
            var all = (await search.FindAsync(new GroupQuery(), null, 0, ListingFacets.All, default)).Counts;
            var values = all.SelectMany(group => group.Value.Keys.Select(value => new Facet(group.Key, value))).Concat(WhenFilter.Values.Select(value => new Facet(ListingFacets.When, value)))
                .OrderBy(facet => facet.Group, StringComparer.Ordinal).ThenBy(facet => facet.Value, StringComparer.Ordinal).ToArray();
            var random = new Random(20261125);
            var (looked, alternatives) = (0, 0);
            for (var i = 0; i < Combinations; i++)
            {
                var query = new GroupQuery
                {
                    Words = new[] { null, null, "walk", "درد", "women pain" }[random.Next(5)],
                    Near = i % 3 == 0 ? "Shipley" : null,
                    Within = i % 3 == 0 ? GroupQuery.Distances[random.Next(GroupQuery.Distances.Count)] : null,
                    Filters = [.. random.GetItems(values, random.Next(5)).Distinct()],
                };
                var place = query.Near is null ? null : shipley;
                var found = await search.FindAsync(query, place, 0, ListingFacets.All, default);
                foreach (var choice in panel.Groups(query, found, terms, place).SelectMany(group => group.Choices).Where(choice => choice is { IsChosen: false, Count: not null }))
                {
                    var followed = GroupQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(choice.Query.Address())));
                    (await search.FindAsync(followed, place, 0, [], default)).Total.ShouldBe(choice.Count!.Value, $"{query.Address()} and then {followed.Address()}");
                    looked++;
                    if (followed.Filters.GroupBy(filter => filter.Group).Any(group => group.Count() > 1)) alternatives++;
                }
            }

            looked.ShouldBeGreaterThan(1000);
            alternatives.ShouldBeGreaterThan(100);
        });
    }
}
