using Portal.Recipes.Contracts;

namespace Portal.Learning.Recipes;

/// <summary>An article in a recipe. A translation holds the gist and the body only.</summary>
internal sealed class ArticleItem : ContentItem
{
    /// <summary>What is special to an article.</summary>
    public ArticlePart? ArticlePart { get; init; }

    /// <summary>The body.</summary>
    public MarkdownBodyPart? MarkdownBodyPart { get; init; }
}

/// <summary>What is special to an article.</summary>
internal sealed record ArticlePart(
    MarkdownField? Gist = null, TaxonomyField? Needs = null, ContentPickerField? ReadNext = null, DateField? ReviewedOn = null, NumericField? Order = null);

/// <summary>A collection in a recipe. A translation holds the gist only.</summary>
internal sealed class CollectionItem : ContentItem
{
    /// <summary>What is special to a collection.</summary>
    public CollectionPart? CollectionPart { get; init; }
}

/// <summary>What is special to a collection.</summary>
internal sealed record CollectionPart(MarkdownField? Gist = null, ContentPickerField? Articles = null, NumericField? Order = null);
