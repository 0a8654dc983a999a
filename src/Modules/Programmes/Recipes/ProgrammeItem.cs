using Portal.Recipes.Contracts;

namespace Portal.Programmes.Recipes;

/// <summary>A programme in a recipe. A translation holds the gist and the body only.</summary>
internal sealed class ProgrammeItem : ContentItem
{
    /// <summary>What is special to a programme.</summary>
    public ProgrammePart? ProgrammePart { get; init; }

    /// <summary>The body.</summary>
    public MarkdownBodyPart? MarkdownBodyPart { get; init; }
}

/// <summary>What is special to a programme.</summary>
/// <param name="Kind"><c>module</c> or <c>course</c>.</param>
/// <param name="Minutes">Length of one session.</param>
internal sealed record ProgrammePart(
    MarkdownField? Gist = null, TextField? Kind = null, NumericField? Minutes = null, NumericField? Sessions = null, NumericField? Order = null,
    TaxonomyField? Needs = null, ContentPickerField? Articles = null, ContentPickerField? Listings = null);
