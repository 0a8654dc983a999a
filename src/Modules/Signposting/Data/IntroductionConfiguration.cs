using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;

namespace Portal.Signposting.Data;

internal sealed class IntroductionConfiguration : IEntityTypeConfiguration<Introduction>, IEntityTypeConfiguration<IntroductionLink>
{
    public void Configure(EntityTypeBuilder<Introduction> builder)
    {
        builder.ToTable("signposting_introductions");
        builder.Property(introduction => introduction.Id).HasMaxLength(Ids.Length);
        builder.Property(introduction => introduction.PlanId).HasMaxLength(Ids.Length);
        builder.Property(introduction => introduction.StepId).HasMaxLength(Ids.Length);
        builder.Property(introduction => introduction.ListingId).HasMaxLength(Ids.Length);
        builder.Property(introduction => introduction.Language).HasMaxLength(20);
        builder.Property(introduction => introduction.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(introduction => introduction.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(introduction => introduction.Revision).IsConcurrencyToken();
        builder.Ignore(introduction => introduction.IsNew);
        builder.Ignore(introduction => introduction.ConcernsThePerson);
        builder.HasOne<Plan>().WithMany().HasForeignKey(introduction => introduction.PlanId);
        builder.HasMany(introduction => introduction.Links).WithOne().HasForeignKey(link => link.IntroductionId);
        builder.HasIndex(introduction => introduction.PlanId);
        builder.HasIndex(introduction => new { introduction.State, introduction.SentAt });
    }

    public void Configure(EntityTypeBuilder<IntroductionLink> builder)
    {
        builder.ToTable("signposting_introduction_links");
        builder.HasKey(link => link.CodeHash);
        builder.Property(link => link.CodeHash).HasMaxLength(64);
        builder.Property(link => link.IntroductionId).HasMaxLength(Ids.Length);
        builder.HasIndex(link => link.IntroductionId);
    }
}
