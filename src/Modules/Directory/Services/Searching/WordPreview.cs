using Portal.Directory.Contracts;
using Portal.Search.Contracts;

namespace Portal.Directory.Services.Searching;

/// <summary>What a search for a word finds now, and what it would find were the word one for a term.</summary>
/// <param name="Now">How many groups it finds now.</param>
/// <param name="First">The first of them.</param>
/// <param name="Then">How many it would find; null when no term is asked about.</param>
/// <param name="ThenFirst">The first of those of the term.</param>
internal sealed record WordPreview(int Now, IReadOnlyList<string> First, int? Then, IReadOnlyList<string> ThenFirst);

/// <summary>Tells an editor what a word leads to, before it is added and after.</summary>
internal sealed class WordPreviews(GroupSearch search)
{
    private const int Shown = 5;

    /// <param name="term">The term it would be a word for; null to see only what it finds now.</param>
    public async Task<WordPreview> ReadAsync(string word, TermInfo? term, CancellationToken cancellationToken)
    {
        var now = await search.FindAsync(new GroupQuery { Words = word }, null, Shown, [], cancellationToken);
        if (term is null) return new WordPreview(now.Total, TitlesOf(now), null, []);

        var filter = new Facet(FacetWords.GroupOf(term.TaxonomyId), term.Path);
        var filed = await search.FindAsync(new GroupQuery { Filters = [filter] }, null, Shown, [], cancellationToken);
        // Where groups have all of the words then, those that only have some are not shown any more.
        var both = now.HasSomeWordsOnly ? now.Total : (await search.FindAsync(new GroupQuery { Words = word, Filters = [filter] }, null, 0, [], cancellationToken)).Total;
        return new WordPreview(now.Total, TitlesOf(now), now.Total + filed.Total - both, TitlesOf(filed));
    }

    private static IReadOnlyList<string> TitlesOf(SearchResults found) => [.. found.Hits.Select(hit => hit.Title)];
}
