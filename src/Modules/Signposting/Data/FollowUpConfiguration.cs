using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.FollowUps;

namespace Portal.Signposting.Data;

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("signposting_follow_ups");
        builder.Property(followUp => followUp.Id).HasMaxLength(Ids.Length);
        builder.Property(followUp => followUp.StepId).HasMaxLength(Ids.Length);
        builder.Property(followUp => followUp.ById).HasMaxLength(80);
        builder.Property(followUp => followUp.Reason).HasMaxLength(20);
        builder.Property(followUp => followUp.DidHelp).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(followUp => followUp.IsSetback);
        builder.Ignore(followUp => followUp.IsGood);
        builder.HasOne<Plan>().WithMany().HasForeignKey(followUp => followUp.PlanId);
        builder.HasIndex(followUp => new { followUp.PlanId, followUp.At });
    }
}
