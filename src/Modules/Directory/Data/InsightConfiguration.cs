using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class InsightConfiguration : IEntityTypeConfiguration<VisitCount>, IEntityTypeConfiguration<VainSearch>, IEntityTypeConfiguration<UnmetNeed>
{
    public void Configure(EntityTypeBuilder<VisitCount> builder)
    {
        builder.ToTable("directory_visit_counts");
        builder.HasKey(count => new { count.ListingId, count.Week, count.Kind });
        builder.Property(count => count.ListingId).HasMaxLength(Ids.Length);
        builder.Property(count => count.Kind).HasMaxLength(20);
        builder.HasIndex(count => count.Week);
        builder.HasOne<Listing>().WithMany().HasForeignKey(count => count.ListingId);
    }

    public void Configure(EntityTypeBuilder<VainSearch> builder)
    {
        builder.ToTable("directory_vain_searches");
        builder.HasKey(search => new { search.Day, search.Words });
        builder.Property(search => search.Words).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<UnmetNeed> builder)
    {
        builder.ToTable("directory_unmet_needs");
        builder.HasKey(need => new { need.Week, need.Category, need.Area });
        builder.Property(need => need.Category).HasMaxLength(120);
        builder.Property(need => need.Area).HasMaxLength(120);
    }
}
