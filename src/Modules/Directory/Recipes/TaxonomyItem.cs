using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>A taxonomy in a recipe.</summary>
internal sealed class TaxonomyItem : ContentItem
{
    /// <summary>Orchard Core's part that holds the terms.</summary>
    public TaxonomyPart? TaxonomyPart { get; init; }
}

/// <summary>The terms of a taxonomy.</summary>
internal sealed record TaxonomyPart(string? TermContentType, IReadOnlyList<TermItem> Terms);

/// <summary>A term in a recipe.</summary>
internal sealed record TermItem
{
    public required string ContentItemId { get; init; }

    public string? ContentType { get; init; }

    public string? DisplayText { get; init; }

    public TitlePart? TitlePart { get; init; }

    public AutoroutePart? AutoroutePart { get; init; }

    public TermPart? TermPart { get; init; }
}

/// <summary>Place and names of a term.</summary>
internal sealed record TermPart(NumericField? Order, BagPart<TermNameItem>? Names);

/// <summary>What a term is called in one language.</summary>
internal sealed record TermNameItem(string? ContentType, TermNamePart TermNamePart);

/// <summary>Language, name, and other words a search should understand.</summary>
internal sealed record TermNamePart(TextField? Culture, TextField? Name, MultiTextField? Synonyms);
