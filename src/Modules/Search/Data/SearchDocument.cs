using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Search.Data;

/// <summary>An item as readers of one language find it. Never changed: an item that changes gets new documents with new numbers.</summary>
internal sealed class SearchDocument
{
    /// <summary>Counts up; also the row of the full text.</summary>
    public long Number { get; private set; }

    public required string Kind { get; init; }

    public required string ItemId { get; init; }

    /// <summary>Language of the readers.</summary>
    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Language of title and summary: that of the readers, or what it falls back to.</summary>
    public required string TextLanguage { get; init; }

    /// <summary>Values to filter by, as <see cref="FacetList"/> writes them.</summary>
    public required string Facets { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public bool Anywhere { get; init; }

    public DateOnly? AssuredOn { get; init; }

    /// <summary>Its words, in a table of their own so that reading documents does not read past them.</summary>
    public required SearchTokens Tokens { get; init; }
}

/// <summary>The words of a document, ready for the database's full text.</summary>
internal sealed class SearchTokens
{
    public long Number { get; private set; }

    /// <summary>Lexemes of <see cref="Words.Lexeme"/> with single spaces between them, each once.</summary>
    public required string Words { get; init; }
}

/// <summary>A word of titles, summaries and terms as people write it, to be proposed to those who misspell it. Kept when its last item goes: whether it still finds something is asked then.</summary>
internal sealed class SearchWord
{
    public required string Word { get; init; }
}

internal sealed class SearchDocumentConfiguration : IEntityTypeConfiguration<SearchDocument>
{
    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.ToTable("search_documents");
        builder.HasKey(document => document.Number);
        builder.Property(document => document.Kind).HasMaxLength(40);
        builder.Property(document => document.ItemId).HasMaxLength(Ids.Length);
        builder.Property(document => document.Language).HasMaxLength(20);
        builder.Property(document => document.TextLanguage).HasMaxLength(20);
        builder.HasOne(document => document.Tokens).WithOne().HasForeignKey<SearchTokens>(tokens => tokens.Number).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(document => new { document.Kind, document.ItemId, document.Language }).IsUnique();
        builder.HasIndex(document => document.Language);
    }
}

internal sealed class SearchTokensConfiguration : IEntityTypeConfiguration<SearchTokens>
{
    public void Configure(EntityTypeBuilder<SearchTokens> builder)
    {
        builder.ToTable("search_tokens");
        builder.HasKey(tokens => tokens.Number);
        builder.Property(tokens => tokens.Number).ValueGeneratedNever();
    }
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("search_words");
        builder.HasKey(word => word.Word);
        builder.Property(word => word.Word).HasMaxLength(40);
    }
}
