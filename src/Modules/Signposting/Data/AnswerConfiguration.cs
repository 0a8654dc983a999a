using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;

namespace Portal.Signposting.Data;

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<PersonAnswer>, IEntityTypeConfiguration<PlanOpening>
{
    public void Configure(EntityTypeBuilder<PersonAnswer> builder)
    {
        builder.ToTable("signposting_answers");
        builder.Property(answer => answer.Id).HasMaxLength(Ids.Length);
        builder.Property(answer => answer.PlanId).HasMaxLength(Ids.Length);
        builder.Property(answer => answer.StepId).HasMaxLength(Ids.Length);
        builder.Property(answer => answer.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Plan>().WithMany().HasForeignKey(answer => answer.PlanId);
        builder.HasIndex(answer => new { answer.PlanId, answer.At });
    }

    public void Configure(EntityTypeBuilder<PlanOpening> builder)
    {
        builder.ToTable("signposting_openings");
        builder.Property(opening => opening.Id).HasMaxLength(Ids.Length);
        builder.Property(opening => opening.ShareId).HasMaxLength(Ids.Length);
        builder.HasOne<PlanShare>().WithMany().HasForeignKey(opening => opening.ShareId);
        builder.HasIndex(opening => new { opening.ShareId, opening.At });
    }
}
