using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Search.Data;

/// <summary>An item in the index. Never changed: an item that changes gets a new entry with a new number.</summary>
internal sealed class SearchEntry
{
    /// <summary>Made of the content version that brought it and its place therein, so it counts up and is never given twice.</summary>
    public required long Number { get; init; }

    public required string Kind { get; init; }

    public required string ItemId { get; init; }

    public required string Slug { get; init; }
}

/// <summary>What is shown of an entry in one of the languages it is written in. Which of them a reader sees is decided when reading.</summary>
internal sealed class SearchEntryText
{
    public required long Number { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("search_entries");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(40);
        builder.Property(entry => entry.ItemId).HasMaxLength(Ids.Length);
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
        builder.HasOne<SearchEntry>().WithMany().HasForeignKey(text => text.Number).OnDelete(DeleteBehavior.Cascade);
    }
}
