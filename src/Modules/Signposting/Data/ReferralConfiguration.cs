using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Referrals;

namespace Portal.Signposting.Data;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("signposting_referrals");
        builder.Property(referral => referral.Id).HasMaxLength(Ids.Length);
        builder.Property(referral => referral.Reference).HasMaxLength(Referral.ReferenceLength);
        builder.Property(referral => referral.Source).HasConversion<string>().HasMaxLength(20);
        builder.Property(referral => referral.Stage).HasConversion<string>().HasMaxLength(20);
        builder.Property(referral => referral.LinkId).HasMaxLength(Ids.Length);
        builder.Property(referral => referral.ReferrerUserId).HasMaxLength(80);
        builder.Property(referral => referral.CodeHash).HasMaxLength(64);
        builder.Property(referral => referral.Language).HasMaxLength(20);
        builder.Property(referral => referral.DecidedBy).HasMaxLength(80);
        builder.Property(referral => referral.DeclinedFor).HasMaxLength(20);
        builder.Property(referral => referral.PersonId).HasMaxLength(Ids.Length);
        builder.Property(referral => referral.Code).HasMaxLength(18);
        builder.Property(referral => referral.NhsHash).HasMaxLength(64);
        builder.Property(referral => referral.NameHash).HasMaxLength(64);
        builder.Property(referral => referral.Revision).IsConcurrencyToken();
        builder.HasIndex(referral => referral.Reference).IsUnique();
        builder.HasIndex(referral => referral.CodeHash).IsUnique();
        builder.HasIndex(referral => new { referral.Stage, referral.SentAt });
        builder.HasIndex(referral => referral.PersonId);
    }
}

internal sealed class ReferrerLinkConfiguration : IEntityTypeConfiguration<ReferrerLink>
{
    public void Configure(EntityTypeBuilder<ReferrerLink> builder)
    {
        builder.ToTable("signposting_referrer_links");
        builder.Property(link => link.Id).HasMaxLength(Ids.Length);
        builder.Property(link => link.Name).HasMaxLength(ReferrerLink.LongestName);
        builder.Property(link => link.TeamId).HasMaxLength(Ids.Length);
        builder.Property(link => link.CodeHash).HasMaxLength(64);
        builder.HasIndex(link => link.CodeHash).IsUnique();
    }
}
