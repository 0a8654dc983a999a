using System.Text.Json.Serialization;

namespace Portal.Recipes.Contracts;

/// <summary>A content item in the shape of Orchard Core: who it is, then its parts by name.</summary>
public class ContentItem
{
    /// <summary>Id that stays the same over all versions; at most 26 lower-case letters, digits and hyphens.</summary>
    [JsonPropertyOrder(-10)]
    public string? ContentItemId { get; set; }

    /// <summary>Id of this version. A version that was run once is not run again.</summary>
    [JsonPropertyOrder(-9)]
    public string? ContentItemVersionId { get; set; }

    /// <summary>Name of the content type, for example <c>Listing</c>.</summary>
    [JsonPropertyOrder(-8)]
    public required string ContentType { get; init; }

    /// <summary>Title shown in lists.</summary>
    [JsonPropertyOrder(-7)]
    public string? DisplayText { get; set; }

    /// <summary>True for the newest version; only these are read.</summary>
    [JsonPropertyOrder(-6)]
    public bool? Latest { get; set; }

    /// <summary>True when the public sees it.</summary>
    [JsonPropertyOrder(-5)]
    public bool? Published { get; set; }

    /// <summary>When the version was written.</summary>
    [JsonPropertyOrder(-4)]
    public DateTimeOffset? ModifiedUtc { get; init; }

    /// <summary>When it was published.</summary>
    [JsonPropertyOrder(-4)]
    public DateTimeOffset? PublishedUtc { get; init; }

    /// <summary>When the first version was written.</summary>
    [JsonPropertyOrder(-4)]
    public DateTimeOffset? CreatedUtc { get; init; }

    /// <summary>User who owns the item.</summary>
    [JsonPropertyOrder(-4)]
    public string? Owner { get; init; }

    /// <summary>User who wrote the version.</summary>
    [JsonPropertyOrder(-4)]
    public string? Author { get; init; }

    /// <summary>Its title.</summary>
    [JsonPropertyOrder(-3)]
    public TitlePart? TitlePart { get; set; }

    /// <summary>Its address.</summary>
    [JsonPropertyOrder(-3)]
    public AutoroutePart? AutoroutePart { get; set; }

    /// <summary>Its language and the set of translations it belongs to.</summary>
    [JsonPropertyOrder(-3)]
    public LocalizationPart? LocalizationPart { get; set; }

    /// <summary>What the translation was made from and whether a person has looked at it.</summary>
    [JsonPropertyOrder(-3)]
    public TranslationPart? TranslationPart { get; set; }
}

/// <summary>Orchard Core's part for the title.</summary>
public sealed record TitlePart(string Title);

/// <summary>Orchard Core's part for the address.</summary>
public sealed record AutoroutePart(string Path);

/// <summary>Orchard Core's part that joins the items of one thing in several languages.</summary>
public sealed record LocalizationPart(string LocalizationSet, string Culture);

/// <summary>Says which version of the source a translation was made from, and <c>machine</c> or <c>reviewed</c>.</summary>
public sealed record TranslationPart(TextField? SourceVersion = null, TextField? Review = null);

/// <summary>Orchard Core's part for a long text in Markdown.</summary>
public sealed record MarkdownBodyPart(string Markdown);

/// <summary>A short text.</summary>
public sealed record TextField(string? Text);

/// <summary>A text in Markdown.</summary>
public sealed record MarkdownField(string? Markdown);

/// <summary>A list of short texts.</summary>
public sealed record MultiTextField(IReadOnlyList<string> Values);

/// <summary>A number.</summary>
public sealed record NumericField(decimal? Value);

/// <summary>Yes or no.</summary>
public sealed record BooleanField(bool Value);

/// <summary>A calendar date.</summary>
public sealed record DateField(DateOnly? Value);

/// <summary>Terms of a taxonomy.</summary>
public sealed record TaxonomyField(string TaxonomyContentItemId, IReadOnlyList<string> TermContentItemIds);

/// <summary>References to other content items.</summary>
public sealed record ContentPickerField(IReadOnlyList<string> ContentItemIds);

/// <summary>Items inside an item.</summary>
/// <typeparam name="TItem">Type of the items.</typeparam>
public sealed record BagPart<TItem>(IReadOnlyList<TItem> ContentItems);
