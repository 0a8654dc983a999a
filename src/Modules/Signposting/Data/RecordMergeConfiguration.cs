using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Rights;

namespace Portal.Signposting.Data;

internal sealed class RecordMergeConfiguration : IEntityTypeConfiguration<RecordMerge>
{
    public void Configure(EntityTypeBuilder<RecordMerge> builder)
    {
        builder.ToTable("signposting_merges");
        builder.Property(merge => merge.Id).HasMaxLength(Ids.Length);
        builder.Property(merge => merge.KeptId).HasMaxLength(Ids.Length);
        builder.Property(merge => merge.GoneId).HasMaxLength(Ids.Length);
        builder.Property(merge => merge.By).HasMaxLength(80);
        builder.HasIndex(merge => merge.KeptId);
        builder.HasIndex(merge => merge.GoneId);
    }
}
