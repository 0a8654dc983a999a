using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Data;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<TeamMeeting>, IEntityTypeConfiguration<MeetingItem>, IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<TeamMeeting> builder)
    {
        builder.ToTable("signposting_meetings");
        builder.Property(meeting => meeting.Id).HasMaxLength(Ids.Length);
        builder.Property(meeting => meeting.TeamId).HasMaxLength(Ids.Length);
        builder.Property(meeting => meeting.Revision).IsConcurrencyToken();
        builder.HasOne<Team>().WithMany().HasForeignKey(meeting => meeting.TeamId);
        builder.HasMany(meeting => meeting.Items).WithOne().HasForeignKey(item => item.MeetingId);
        builder.HasIndex(meeting => new { meeting.TeamId, meeting.On });
    }

    public void Configure(EntityTypeBuilder<MeetingItem> builder)
    {
        builder.ToTable("signposting_meeting_items");
        builder.Property(item => item.Id).HasMaxLength(Ids.Length);
        builder.Property(item => item.MeetingId).HasMaxLength(Ids.Length);
        builder.Property(item => item.PersonId).HasMaxLength(Ids.Length);
        builder.Property(item => item.From).HasMaxLength(PathwaySettings.LongestKey);
        builder.Property(item => item.To).HasMaxLength(PathwaySettings.LongestKey);
        builder.Property(item => item.ActionKind).HasMaxLength(20);
        builder.Property(item => item.ActionWorkerId).HasMaxLength(80);
        builder.Property(item => item.Revision).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        builder.HasIndex(item => new { item.MeetingId, item.PersonId }).IsUnique();
        builder.HasIndex(item => item.PersonId);
    }

    public void Configure(EntityTypeBuilder<Person> builder) => builder.Property(person => person.FlaggedBy).HasMaxLength(80);
}
