using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Search.Data;

/// <summary>
/// A part of the index: all that filters, counts, words and order need of the entries with numbers between two bounds. Its content
/// never changes, so whoever has read it by its id has it for good; only the list of entries that are gone grows.
/// </summary>
internal sealed class SearchSegment
{
    /// <summary>Unlike that of any other segment, also of another database.</summary>
    public required string Id { get; init; }

    /// <summary>Number of its first entry. Segments do not overlap.</summary>
    public required long First { get; init; }

    /// <summary>Number of its last entry.</summary>
    public required long Last { get; init; }

    /// <summary>How many entries it was made with.</summary>
    public required int Entries { get; init; }

    /// <summary>Numbers of its entries that have been removed or replaced since, eight bytes each, low byte first.</summary>
    public required byte[] Gone { get; set; }

    /// <summary>As <see cref="Segments.SegmentFile"/> writes it.</summary>
    public required byte[] Data { get; init; }

    /// <summary>The words of titles, summaries and terms as people write them, one a line, to be proposed to those who misspell one.</summary>
    public required string Words { get; init; }
}

internal sealed class SearchSegmentConfiguration : IEntityTypeConfiguration<SearchSegment>
{
    public void Configure(EntityTypeBuilder<SearchSegment> builder)
    {
        builder.ToTable("search_segments");
        builder.HasKey(segment => segment.Id);
        builder.Property(segment => segment.Id).HasMaxLength(Ids.Length);
    }
}
