using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class ListingConfiguration : IEntityTypeConfiguration<Listing>, IEntityTypeConfiguration<ListingText>, IEntityTypeConfiguration<ListingMaintainer>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.ToTable("directory_listings");
        builder.Property(listing => listing.Id).HasMaxLength(Ids.Length);
        builder.Property(listing => listing.Slug).HasMaxLength(100);
        builder.Property(listing => listing.Culture).HasMaxLength(20);
        builder.Property(listing => listing.Revision).IsConcurrencyToken();
        builder.Property(listing => listing.OrganisationId).HasMaxLength(Ids.Length);
        builder.Property(listing => listing.VenueId).HasMaxLength(Ids.Length);
        builder.Property(listing => listing.Cost).HasConversion<string>().HasMaxLength(20);
        builder.Property(listing => listing.Places).HasConversion<string>().HasMaxLength(20);
        builder.Property(listing => listing.PhotoId).HasMaxLength(Ids.Length);
        builder.Property(listing => listing.Schedules).AsJson();
        builder.Ignore(listing => listing.Source);
        builder.Ignore(listing => listing.Facts);
        builder.HasIndex(listing => listing.Slug).IsUnique();
        builder.HasIndex(listing => listing.PublicId).IsUnique();
        builder.HasIndex(listing => listing.PublicPlaceId).IsUnique();
        // The ids of any page of the open data are read from this index alone.
        builder.HasIndex(listing => new { listing.AddedAt, listing.Id, listing.VenueId, listing.Published });
        builder.HasIndex(listing => listing.ModifiedAt);
        builder.HasIndex(listing => listing.VenueId);
        builder.HasIndex(listing => listing.OrganisationId);
        builder.Property(listing => listing.MergedIntoId).HasMaxLength(Ids.Length);
        builder.HasIndex(listing => listing.MergedIntoId);
        builder.HasMany(listing => listing.Texts).WithOne().HasForeignKey(text => text.ListingId);
        builder.HasMany(listing => listing.Maintainers).WithOne().HasForeignKey(maintainer => maintainer.ListingId);
    }

    public void Configure(EntityTypeBuilder<ListingText> builder)
    {
        builder.ToTable("directory_listing_texts");
        builder.ConfigureText();
        builder.Property(text => text.ListingId).HasMaxLength(Ids.Length);
        builder.Ignore(text => text.Words);
        builder.HasIndex(text => new { text.ListingId, text.Culture }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ListingMaintainer> builder)
    {
        builder.ToTable("directory_listing_maintainers");
        builder.HasKey(maintainer => new { maintainer.ListingId, maintainer.Email });
        builder.Property(maintainer => maintainer.ListingId).HasMaxLength(Ids.Length);
        builder.Property(maintainer => maintainer.Email).HasMaxLength(320);
        builder.HasIndex(maintainer => maintainer.Email);
    }
}
