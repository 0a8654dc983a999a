using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Recipes.Data;

/// <summary>A version of a content item that a recipe has brought. It is not run again, so that what people changed since is not overwritten.</summary>
internal sealed class ImportedItem : IBehindTheScenes
{
    public required string VersionId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The localisation set, or the item's own id.</summary>
    public required string SetId { get; init; }

    /// <summary>True for the first language of the set.</summary>
    public required bool IsMaster { get; init; }
}

internal sealed class ImportedItemConfiguration : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> builder)
    {
        builder.ToTable("recipes_imported");
        builder.HasKey(item => new { item.VersionId, item.ItemId });
        builder.Property(item => item.VersionId).HasMaxLength(80);
        builder.Property(item => item.ItemId).HasMaxLength(80);
        builder.Property(item => item.SetId).HasMaxLength(80);
    }
}
