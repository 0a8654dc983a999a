using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Data;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("signposting_plans");
        builder.Property(plan => plan.Id).HasMaxLength(Ids.Length);
        builder.Property(plan => plan.WorkerId).HasMaxLength(80);
        builder.Property(plan => plan.Language).HasMaxLength(20);
        builder.Property(plan => plan.Revision).IsConcurrencyToken();
        builder.Ignore(plan => plan.StepsInOrder);
        builder.Ignore(plan => plan.GoalsInOrder);
        builder.HasMany(plan => plan.Goals).WithOne().HasForeignKey(goal => goal.PlanId);
        builder.HasMany(plan => plan.Steps).WithOne().HasForeignKey(step => step.PlanId);
        builder.HasMany(plan => plan.Shares).WithOne().HasForeignKey(share => share.PlanId);
        builder.Property(plan => plan.PersonId).HasMaxLength(Ids.Length);
        builder.HasIndex(plan => new { plan.WorkerId, plan.ChangedAt });
        builder.HasIndex(plan => plan.PersonId);
        builder.HasIndex(plan => plan.ReviewOn);
    }
}

internal sealed class PlanStepConfiguration : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> builder)
    {
        builder.ToTable("signposting_steps");
        builder.Property(step => step.Id).HasMaxLength(Ids.Length);
        builder.Property(step => step.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(step => step.ItemId).HasMaxLength(Ids.Length);
        builder.Property(step => step.GoalId).HasMaxLength(Ids.Length);
        builder.HasIndex(step => step.ReviewOn);
        builder.HasIndex(step => step.RemindOn);
    }
}

internal sealed class PlanGoalConfiguration : IEntityTypeConfiguration<PlanGoal>
{
    public void Configure(EntityTypeBuilder<PlanGoal> builder)
    {
        builder.ToTable("signposting_goals");
        builder.Property(goal => goal.Id).HasMaxLength(Ids.Length);
        builder.HasIndex(goal => goal.PlanId);
    }
}

internal sealed class PlanShareConfiguration : IEntityTypeConfiguration<PlanShare>
{
    public void Configure(EntityTypeBuilder<PlanShare> builder)
    {
        builder.ToTable("signposting_shares");
        builder.Property(share => share.Id).HasMaxLength(Ids.Length);
        builder.Property(share => share.CodeHash).HasMaxLength(64);
        builder.HasIndex(share => share.CodeHash).IsUnique();
    }
}
