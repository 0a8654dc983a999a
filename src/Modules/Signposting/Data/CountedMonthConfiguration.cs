using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Reports;

namespace Portal.Signposting.Data;

internal sealed class CountedMonthConfiguration : IEntityTypeConfiguration<CountedMonth>
{
    public void Configure(EntityTypeBuilder<CountedMonth> builder)
    {
        builder.ToTable("signposting_counted_months");
        builder.Property(month => month.Id).HasMaxLength(Ids.Length);
        builder.Property(month => month.Revision).IsConcurrencyToken();
    }
}
