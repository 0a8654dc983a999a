using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Platform.Data;

/// <summary>The one row that counts the changes of a tenant's content; everything cached is tied to it.</summary>
internal sealed class ContentVersion
{
    public int Id { get; init; }

    public long Version { get; init; }
}

/// <summary>Marks an entity that pages for the public do not show, such as a message waiting to be sent: its changes keep cached pages valid.</summary>
public interface IBehindTheScenes;

internal sealed class ContentVersionConfiguration : IEntityTypeConfiguration<ContentVersion>
{
    public void Configure(EntityTypeBuilder<ContentVersion> builder)
    {
        builder.ToTable("platform_content_version");
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
