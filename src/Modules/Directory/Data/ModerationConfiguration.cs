using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class ModerationConfiguration : IEntityTypeConfiguration<Suggestion>, IEntityTypeConfiguration<KeeperTrust>, IEntityTypeConfiguration<ModerationAssignment>
{
    public const int UserIdLength = 80;
    public const int KindLength = 20;
    public const int EmailLength = 320;

    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.ToTable("directory_suggestions");
        builder.Property(suggestion => suggestion.Id).HasMaxLength(Ids.Length);
        builder.Property(suggestion => suggestion.Kind).HasConversion<string>().HasMaxLength(KindLength);
        builder.Property(suggestion => suggestion.State).HasConversion<string>().HasMaxLength(KindLength);
        builder.Property(suggestion => suggestion.ListingId).HasMaxLength(Ids.Length);
        builder.Property(suggestion => suggestion.Culture).HasMaxLength(20);
        builder.Property(suggestion => suggestion.Language).HasMaxLength(20);
        builder.Property(suggestion => suggestion.UserId).HasMaxLength(UserIdLength);
        builder.Property(suggestion => suggestion.Email).HasMaxLength(EmailLength);
        builder.Property(suggestion => suggestion.Revision).IsConcurrencyToken();
        builder.Property(suggestion => suggestion.Messages).AsJson();
        builder.Ignore(suggestion => suggestion.IsOpen);
        builder.HasIndex(suggestion => new { suggestion.State, suggestion.ChangedAt });
        builder.HasIndex(suggestion => new { suggestion.ListingId, suggestion.UserId });
    }

    public void Configure(EntityTypeBuilder<KeeperTrust> builder)
    {
        builder.ToTable("directory_keeper_trust");
        builder.HasKey(trust => trust.Email);
        builder.Property(trust => trust.Email).HasMaxLength(EmailLength);
    }

    public void Configure(EntityTypeBuilder<ModerationAssignment> builder)
    {
        builder.ToTable("directory_moderation_assignments");
        builder.HasKey(assignment => new { assignment.Kind, assignment.ItemId });
        builder.Property(assignment => assignment.Kind).HasMaxLength(KindLength);
        builder.Property(assignment => assignment.ItemId).HasMaxLength(UserIdLength);
        builder.Property(assignment => assignment.UserId).HasMaxLength(UserIdLength);
        builder.HasIndex(assignment => assignment.UserId);
    }
}
