namespace Portal.Directory.Domain;

/// <summary>A list of terms: kinds of activity, needs, accessibility, audiences.</summary>
internal sealed class Taxonomy
{
    public required string Id { get; init; }

    public string VersionId { get; set; } = "";

    public required string Title { get; set; }

    /// <summary>Short name in addresses.</summary>
    public required string Path { get; set; }

    public List<Term> Terms { get; } = [];
}

/// <summary>One term of a taxonomy.</summary>
internal sealed class Term
{
    public required string Id { get; init; }

    public required string TaxonomyId { get; init; }

    /// <summary>Short name in addresses: <c>singing</c>; unique in its taxonomy.</summary>
    public required string Path { get; set; }

    /// <summary>Place in lists.</summary>
    public int Order { get; set; }

    /// <summary>Its name and other words for it, per language.</summary>
    public IReadOnlyList<TermName> Names { get; set; } = [];
}

/// <summary>What a term is called in one language.</summary>
/// <param name="Synonyms">Other words a search should understand, misspellings too.</param>
internal sealed record TermName(string Culture, string Name, IReadOnlyList<string> Synonyms)
{
    public bool Equals(TermName? other)
        => other is not null && Culture == other.Culture && Name == other.Name && Synonyms.SequenceEqual(other.Synonyms, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Culture, Name, Synonyms.Count);
}
