using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>A group of filters with its values.</summary>
internal sealed record FilterGroup(string Title, IReadOnlyList<FilterChoice> Choices);

/// <summary>One value: following its address chooses it, or takes it away when it is chosen.</summary>
/// <param name="Count">How many groups there would be; null where it is not counted.</param>
internal sealed record FilterChoice(string Words, GroupQuery Query, bool IsChosen, int? Count);

/// <summary>A piece of the sentence that says what is filtered.</summary>
/// <param name="Without">The query without it.</param>
internal sealed record FilterChip(string Words, GroupQuery Without);

/// <summary>Makes the filters beside the results, and the sentence that says what is chosen.</summary>
internal sealed class FilterPanel(FacetWords words, IStringLocalizer<DirectoryText> texts)
{
    public IReadOnlyList<FilterGroup> Groups(GroupQuery query, SearchResults results, TermList terms, FoundPlace? place)
    {
        var groups = new List<FilterGroup>();
        foreach (var group in ListingFacets.All)
        {
            if (group == ListingFacets.Day && place is not null) groups.Add(new FilterGroup(texts["Filter.within"], [.. GroupQuery.Distances.Select(miles => Distance(query, miles))]));
            var counts = results.Counts.GetValueOrDefault(group) ?? new Dictionary<string, int>(StringComparer.Ordinal);
            var chosen = query.Filters.Where(filter => filter.Group == group).Select(filter => filter.Value);
            var choices = words.Values(group, terms, counts).Union(chosen, StringComparer.Ordinal)
                .Select(value => Choice(query, new Facet(group, value), counts.GetValueOrDefault(value), terms))
                .OfType<FilterChoice>()
                .Where(choice => choice.IsChosen || choice.Count is null or > 0)
                .ToList();
            if (choices.Count > 0) groups.Add(new FilterGroup(words.Group(group), choices));
        }

        return groups;
    }

    public IReadOnlyList<FilterChip> Chips(GroupQuery query, TermList terms, FoundPlace? place)
    {
        var chips = new List<FilterChip>();
        if (query.Words is { } typed) chips.Add(new(texts["Chip.words", typed], query with { Words = null, Page = 1 }));
        foreach (var filter in query.Filters)
        {
            if (words.Name(filter, terms) is { } name) chips.Add(new(words.Phrase(filter, name), query.Toggle(filter)));
        }

        if (place is not null)
        {
            chips.Add(query.Within is { } miles
                ? new(texts["Chip.within", texts.Miles(miles), place.Name], query with { Within = null, Page = 1 })
                : new(texts["Chip.near", place.Name], query with { Near = null, Page = 1 }));
        }

        return chips;
    }

    private FilterChoice Distance(GroupQuery query, int miles)
    {
        var isChosen = query.Within == miles;
        return new FilterChoice(texts["Filter.UpTo", texts.Miles(miles)], query with { Within = isChosen ? null : miles, Page = 1 }, isChosen, null);
    }

    private FilterChoice? Choice(GroupQuery query, Facet facet, int count, TermList terms)
        => words.Name(facet, terms) is { } name ? new FilterChoice(name, query.Toggle(facet), query.Filters.Contains(facet), facet.Group == ListingFacets.When ? null : count) : null;
}
