using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Search.Data;

/// <summary>An item in the index. Never changed: an item that changes gets a new entry with a new number.</summary>
internal sealed class SearchEntry
{
    /// <summary>Counts up; also the row of the full text.</summary>
    public long Number { get; private set; }

    public required string Kind { get; init; }

    public required string ItemId { get; init; }

    public required string Slug { get; init; }

    /// <summary>Values to filter by, as <see cref="FacetList"/> writes them.</summary>
    public required string Facets { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public bool Anywhere { get; init; }

    public DateOnly? AssuredOn { get; init; }

    /// <summary>One for each language it is written in.</summary>
    public required IReadOnlyList<SearchEntryText> Texts { get; init; }

    /// <summary>Its words, in a table of their own so that reading entries does not read past them.</summary>
    public required SearchTokens Tokens { get; init; }
}

/// <summary>What is shown of an entry in one of the languages it is written in. Which of them a reader sees is decided when reading.</summary>
internal sealed class SearchEntryText
{
    public long Number { get; private set; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }
}

/// <summary>The words of an entry, ready for the database's full text.</summary>
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

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("search_entries");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Kind).HasMaxLength(40);
        builder.Property(entry => entry.ItemId).HasMaxLength(Ids.Length);
        builder.HasMany(entry => entry.Texts).WithOne().HasForeignKey(text => text.Number).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(entry => entry.Tokens).WithOne().HasForeignKey<SearchTokens>(tokens => tokens.Number).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => new { entry.Kind, entry.ItemId }).IsUnique();
    }
}

internal sealed class SearchEntryTextConfiguration : IEntityTypeConfiguration<SearchEntryText>
{
    public void Configure(EntityTypeBuilder<SearchEntryText> builder)
    {
        builder.ToTable("search_texts");
        builder.HasKey(text => new { text.Number, text.Language });
        builder.Property(text => text.Language).HasMaxLength(20);
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
