namespace Portal.Learning.Contracts;

/// <summary>Articles as other modules see them.</summary>
public interface IArticles
{
    /// <summary>Articles of those ids in the reader's language; unpublished ones are left out. One query.</summary>
    Task<IReadOnlyDictionary<string, ArticleCard>> CardsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Which of those ids belong to no article, published or not.</summary>
    Task<IReadOnlyList<string>> FindUnknownAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}

/// <summary>Names of articles for those who look after the site.</summary>
public interface IArticleTitles
{
    /// <summary>The title of every article, published or not, in the language it was first written in, by id; in the order of the list.</summary>
    Task<IReadOnlyDictionary<string, string>> TitlesAsync(CancellationToken cancellationToken);
}

/// <summary>An article on a card or in a plan.</summary>
/// <param name="TextLanguage">Language that title and gist are in.</param>
/// <param name="Minutes">Reading time.</param>
public sealed record ArticleCard(string Id, string Slug, string TextLanguage, string Title, string Gist, int Minutes);
