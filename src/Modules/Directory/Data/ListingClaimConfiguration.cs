using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class ListingClaimConfiguration : IEntityTypeConfiguration<ListingClaim>
{
    public void Configure(EntityTypeBuilder<ListingClaim> builder)
    {
        builder.ToTable("directory_claims");
        builder.Property(claim => claim.Id).HasMaxLength(Ids.Length);
        builder.Property(claim => claim.ListingId).HasMaxLength(Ids.Length);
        builder.Property(claim => claim.Email).HasMaxLength(320);
        builder.Property(claim => claim.Language).HasMaxLength(20);
        builder.Property(claim => claim.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Property(claim => claim.CodeHash).HasMaxLength(64);
        builder.Ignore(claim => claim.IsOpen);
        builder.HasIndex(claim => new { claim.ListingId, claim.At });
        builder.HasIndex(claim => claim.CodeHash).IsUnique();
        builder.HasIndex(claim => new { claim.State, claim.At });
    }
}
