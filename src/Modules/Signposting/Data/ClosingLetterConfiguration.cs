using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Letters;

namespace Portal.Signposting.Data;

internal sealed class ClosingLetterConfiguration : IEntityTypeConfiguration<ClosingLetter>
{
    public void Configure(EntityTypeBuilder<ClosingLetter> builder)
    {
        builder.ToTable("signposting_letters");
        builder.Property(letter => letter.Id).HasMaxLength(Ids.Length);
        builder.Property(letter => letter.Language).HasMaxLength(20);
        builder.Property(letter => letter.ById).HasMaxLength(80);
        builder.Property(letter => letter.Form).HasConversion<string>().HasMaxLength(10);
        builder.HasOne<Plan>().WithMany().HasForeignKey(letter => letter.PlanId);
        builder.HasIndex(letter => letter.PlanId);
    }
}
