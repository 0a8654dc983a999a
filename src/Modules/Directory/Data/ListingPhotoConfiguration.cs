using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class ListingPhotoConfiguration : IEntityTypeConfiguration<ListingPhoto>
{
    public void Configure(EntityTypeBuilder<ListingPhoto> builder)
    {
        builder.ToTable("directory_photos");
        builder.Property(photo => photo.Id).HasMaxLength(Ids.Length);
        builder.Property(photo => photo.ContentType).HasMaxLength(20);
    }
}
