using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class VenueConfiguration : IEntityTypeConfiguration<Venue>, IEntityTypeConfiguration<VenueText>
{
    public void Configure(EntityTypeBuilder<Venue> builder)
    {
        builder.ToTable("directory_venues");
        builder.Property(venue => venue.Id).HasMaxLength(Ids.Length);
        builder.Property(venue => venue.Slug).HasMaxLength(100);
        builder.Property(venue => venue.Culture).HasMaxLength(20);
        builder.Property(venue => venue.Postcode).HasMaxLength(20);
        builder.Property(venue => venue.Revision).IsConcurrencyToken();
        builder.Ignore(venue => venue.Source);
        builder.HasIndex(venue => venue.Slug).IsUnique();
        builder.HasIndex(venue => venue.PublicId).IsUnique();
        builder.HasMany(venue => venue.Texts).WithOne().HasForeignKey(text => text.VenueId);
    }

    public void Configure(EntityTypeBuilder<VenueText> builder)
    {
        builder.ToTable("directory_venue_texts");
        builder.ConfigureText();
        builder.Property(text => text.VenueId).HasMaxLength(Ids.Length);
        builder.HasIndex(text => new { text.VenueId, text.Culture }).IsUnique();
    }
}
