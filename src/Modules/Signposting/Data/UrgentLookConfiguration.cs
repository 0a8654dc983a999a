using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Rights;

namespace Portal.Signposting.Data;

internal sealed class UrgentLookConfiguration : IEntityTypeConfiguration<UrgentLook>
{
    public void Configure(EntityTypeBuilder<UrgentLook> builder)
    {
        builder.ToTable("signposting_urgent_looks");
        builder.Property(look => look.Id).HasMaxLength(Ids.Length);
        builder.Property(look => look.PersonId).HasMaxLength(Ids.Length);
        builder.Property(look => look.UserId).HasMaxLength(80);
        builder.Property(look => look.SeenBy).HasMaxLength(80);
        builder.HasIndex(look => new { look.PersonId, look.UserId });
        builder.HasIndex(look => look.At);
    }
}
