using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class ListingReportConfiguration : IEntityTypeConfiguration<ListingReport>
{
    public void Configure(EntityTypeBuilder<ListingReport> builder)
    {
        builder.ToTable("directory_reports");
        builder.Property(report => report.Id).HasMaxLength(Ids.Length);
        builder.Property(report => report.ListingId).HasMaxLength(Ids.Length);
        builder.Property(report => report.Language).HasMaxLength(20);
        builder.Property(report => report.ReplyTo).HasMaxLength(320);
        builder.HasIndex(report => new { report.ListingId, report.At });
    }
}
