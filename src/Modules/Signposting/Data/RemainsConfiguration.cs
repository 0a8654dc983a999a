using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Rights;

namespace Portal.Signposting.Data;

internal sealed class RemainsConfiguration : IEntityTypeConfiguration<Remains>
{
    public void Configure(EntityTypeBuilder<Remains> builder)
    {
        builder.ToTable("signposting_remains");
        builder.Property(remains => remains.Id).HasMaxLength(Ids.Length);
        builder.Property(remains => remains.AgeBand).HasMaxLength(10);
        builder.Property(remains => remains.Source).HasMaxLength(20);
        builder.Property(remains => remains.Stage).HasMaxLength(40);
        builder.Property(remains => remains.ClosedFor).HasMaxLength(40);
        builder.Property(remains => remains.Code).HasMaxLength(18);
        builder.HasIndex(remains => remains.BegunIn);
    }
}
