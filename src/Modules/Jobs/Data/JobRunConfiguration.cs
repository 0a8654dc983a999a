using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Jobs.Domain;
using Portal.Platform.Data;

namespace Portal.Jobs.Data;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("jobs_runs");
        builder.Property(run => run.Id).HasMaxLength(Ids.Length);
        builder.Property(run => run.JobId).HasMaxLength(80);
        builder.Property(run => run.State).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(run => run.Duration);
        builder.HasIndex(run => new { run.JobId, run.StartedAt });
    }
}
