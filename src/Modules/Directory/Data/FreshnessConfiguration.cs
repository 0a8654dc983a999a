using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class FreshnessConfiguration : IEntityTypeConfiguration<ListingFreshness>, IEntityTypeConfiguration<StillRightLink>
{
    public void Configure(EntityTypeBuilder<ListingFreshness> builder)
    {
        builder.ToTable("directory_freshness");
        builder.HasKey(freshness => freshness.ListingId);
        builder.Property(freshness => freshness.ListingId).HasMaxLength(Ids.Length);
        // Of two machines that would ask at the same time, one does.
        builder.Property(freshness => freshness.AskedOn).IsConcurrencyToken();
        builder.HasOne<Listing>().WithOne().HasForeignKey<ListingFreshness>(freshness => freshness.ListingId);
    }

    public void Configure(EntityTypeBuilder<StillRightLink> builder)
    {
        builder.ToTable("directory_still_right_links");
        builder.HasKey(link => link.CodeHash);
        builder.Property(link => link.CodeHash).HasMaxLength(64);
        builder.Property(link => link.ListingId).HasMaxLength(Ids.Length);
        builder.Property(link => link.Email).HasMaxLength(320);
        builder.Property(link => link.Name).HasMaxLength(320);
        builder.HasIndex(link => link.ExpiresAt);
        builder.HasOne<Listing>().WithMany().HasForeignKey(link => link.ListingId);
    }
}
