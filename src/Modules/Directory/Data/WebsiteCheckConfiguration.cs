using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class WebsiteCheckConfiguration : IEntityTypeConfiguration<WebsiteCheck>
{
    public void Configure(EntityTypeBuilder<WebsiteCheck> builder)
    {
        builder.ToTable("directory_website_checks");
        builder.HasKey(check => check.ListingId);
        builder.Property(check => check.ListingId).HasMaxLength(Ids.Length);
        builder.Property(check => check.Failure).HasMaxLength(40);
        builder.Ignore(check => check.IsBroken);
        builder.HasIndex(check => check.NextTryAt);
        builder.HasOne<Listing>().WithOne().HasForeignKey<WebsiteCheck>(check => check.ListingId);
    }
}
