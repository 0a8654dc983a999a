using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Data;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("signposting_people");
        builder.Property(person => person.Id).HasMaxLength(Ids.Length);
        builder.Property(person => person.TeamId).HasMaxLength(Ids.Length);
        builder.Property(person => person.WorkerId).HasMaxLength(80);
        builder.Property(person => person.NhsHash).HasMaxLength(64);
        builder.Property(person => person.NameHash).HasMaxLength(64);
        builder.Property(person => person.Revision).IsConcurrencyToken();
        builder.HasIndex(person => new { person.WorkerId, person.ChangedAt });
        builder.HasIndex(person => new { person.TeamId, person.ChangedAt });
        builder.Property(person => person.MergedIntoId).HasMaxLength(Ids.Length);
        builder.HasIndex(person => person.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");
        builder.HasIndex(person => person.ClosedAt).HasFilter("\"ClosedAt\" IS NOT NULL");
        builder.HasIndex(person => person.NhsHash);
        builder.HasIndex(person => person.NameHash);
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("signposting_teams");
        builder.Property(team => team.Id).HasMaxLength(Ids.Length);
        builder.Property(team => team.Name).HasMaxLength(Team.LongestName);
        builder.Property(team => team.ReferralNews).HasConversion<string>().HasMaxLength(20);
        builder.Property(team => team.Revision).IsConcurrencyToken();
        builder.HasMany(team => team.Members).WithOne().HasForeignKey(member => member.TeamId);
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("signposting_team_members");
        builder.HasKey(member => new { member.TeamId, member.UserId });
        builder.Property(member => member.TeamId).HasMaxLength(Ids.Length);
        builder.Property(member => member.UserId).HasMaxLength(80);
        builder.HasIndex(member => member.UserId);
    }
}
