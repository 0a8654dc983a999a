using Portal.Directory.Contracts;
using Portal.Search.Contracts;

namespace Portal.Learning.Contracts;

/// <summary>Puts things to read in the search index: articles, and programmes of the other module.</summary>
public sealed class ReadingIndex(ISearchIndex index, ITaxonomies taxonomies)
{
    /// <summary>Group of facets that says which need a thing speaks to; its values are the paths of the terms.</summary>
    public const string NeedFacet = "need";

    /// <summary>Puts one thing in the index, or takes it out when the public does not see it. Joins the running unit of work.</summary>
    public async Task PutAsync(ThingToRead thing, CancellationToken cancellationToken)
    {
        if (!thing.IsPublished || thing.Texts.Count == 0)
        {
            await index.RemoveAsync(thing.Kind, thing.Id, cancellationToken);
            return;
        }

        var terms = await taxonomies.ReadAsync(cancellationToken);
        var needs = thing.Needs.Select(terms.Find).OfType<TermInfo>().ToList();
        await index.PutAsync(
            new SearchItem
            {
                Kind = thing.Kind,
                ItemId = thing.Id,
                Slug = thing.Slug,
                Texts = [.. thing.Texts.Select(text => new SearchText(text.Language, text.Title, MarkdownText.ToPlainText(text.Gist), MarkdownText.ToPlainText(text.Body)))],
                TermWords = [.. needs.SelectMany(need => need.Names.Values.Concat(need.Synonyms)).Distinct(StringComparer.Ordinal)],
                Facets = [.. needs.Select(need => new Facet(NeedFacet, need.Path))],
                AssuredOn = thing.ReviewedOn,
            },
            cancellationToken);
    }
}

/// <summary>What the search index is told of a thing to read.</summary>
/// <param name="Kind">Kind of thing in the index.</param>
/// <param name="Needs">Ids of the needs it speaks to.</param>
/// <param name="ReviewedOn">When somebody last checked it.</param>
public sealed record ThingToRead(
    string Kind, string Id, string Slug, bool IsPublished, IReadOnlyList<TranslatedText> Texts, IReadOnlyList<string> Needs, DateOnly? ReviewedOn);
