using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Data;

/// <summary>The part of a person's row that the board asks for, and what happened on their way.</summary>
internal sealed class PathwayConfiguration : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PathwayEntry>
{
    private const string Open = "\"ClosedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.Stage).HasMaxLength(PathwaySettings.LongestKey);
        builder.Property(person => person.NextKind).HasMaxLength(20);
        builder.Property(person => person.NextWorkerId).HasMaxLength(80);
        builder.Property(person => person.ClosedFor).HasMaxLength(PathwaySettings.LongestKey);
        // Boards are counted and put in order from these alone, so that no sealed value is read for people who are not shown.
        builder.HasIndex(person => new { person.NextOn, person.Id, person.PausedUntil, person.Stage, person.ClosedAt }).HasFilter(Open).HasDatabaseName("IX_signposting_people_Next");
        builder.HasIndex(person => new { person.WorkerId, person.NextOn, person.Id, person.PausedUntil, person.Stage, person.TeamId, person.ClosedAt }).HasFilter(Open).HasDatabaseName("IX_signposting_people_Worker");
        builder.HasIndex(person => new { person.NextWorkerId, person.NextOn, person.Id, person.PausedUntil, person.Stage, person.WorkerId, person.TeamId, person.ClosedAt }).HasFilter(Open).HasDatabaseName("IX_signposting_people_NextWorker");
        builder.HasIndex(person => new { person.TeamId, person.NextOn, person.Id, person.PausedUntil, person.Stage, person.WorkerId, person.ClosedAt }).HasFilter(Open).HasDatabaseName("IX_signposting_people_Team");
        builder.HasIndex(person => new { person.ChangedAt, person.Id, person.ClosedAt }).IsDescending(true, false, false).HasFilter(Open).HasDatabaseName("IX_signposting_people_Changed");
        builder.HasIndex(person => new { person.ChangedAt, person.Id, person.ClosedAt, person.MergedIntoId }).IsDescending(true, false, false, false).HasFilter("\"ClosedAt\" IS NOT NULL AND \"MergedIntoId\" IS NULL")
            .HasDatabaseName("IX_signposting_people_ClosedChanged");
    }

    public void Configure(EntityTypeBuilder<PathwayEntry> builder)
    {
        builder.ToTable("signposting_path_entries");
        builder.Property(entry => entry.Id).HasMaxLength(Ids.Length);
        builder.Property(entry => entry.PersonId).HasMaxLength(Ids.Length);
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.WorkerId).HasMaxLength(80);
        builder.Property(entry => entry.How).HasMaxLength(20);
        builder.Property(entry => entry.Result).HasMaxLength(20);
        builder.Property(entry => entry.From).HasMaxLength(PathwaySettings.LongestKey);
        builder.Property(entry => entry.To).HasMaxLength(PathwaySettings.LongestKey);
        builder.Property(entry => entry.Reason).HasMaxLength(PathwaySettings.LongestKey);
        builder.Property(entry => entry.TakenBackBy).HasMaxLength(80);
        builder.Property(entry => entry.BeforeKind).HasMaxLength(20);
        builder.Property(entry => entry.BeforeWorkerId).HasMaxLength(80);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId);
        // What was taken back counts nowhere. Whoever tells, moves or erases all that was written down says so.
        builder.HasQueryFilter(entry => entry.TakenBackAt == null);
        builder.HasIndex(entry => new { entry.PersonId, entry.On });
    }
}
