using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class DuplicateCandidateConfiguration : IEntityTypeConfiguration<DuplicateCandidate>
{
    public void Configure(EntityTypeBuilder<DuplicateCandidate> builder)
    {
        builder.ToTable("directory_duplicates");
        builder.Property(candidate => candidate.Id).HasMaxLength(Ids.Length);
        builder.Property(candidate => candidate.FirstId).HasMaxLength(Ids.Length);
        builder.Property(candidate => candidate.SecondId).HasMaxLength(Ids.Length);
        builder.Property(candidate => candidate.Reasons).AsJson();
        builder.Property(candidate => candidate.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Property(candidate => candidate.KeptId).HasMaxLength(Ids.Length);
        builder.HasIndex(candidate => new { candidate.FirstId, candidate.SecondId }).IsUnique();
        builder.HasIndex(candidate => new { candidate.State, candidate.FoundAt });
    }
}
