using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class TaxonomyConfiguration : IEntityTypeConfiguration<Taxonomy>, IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Taxonomy> builder)
    {
        builder.ToTable("directory_taxonomies");
        builder.Property(taxonomy => taxonomy.Id).HasMaxLength(Ids.Length);
        builder.Property(taxonomy => taxonomy.VersionId).HasMaxLength(ContentTextConfiguration.VersionLength);
        builder.Property(taxonomy => taxonomy.Path).HasMaxLength(100);
        builder.HasMany(taxonomy => taxonomy.Terms).WithOne().HasForeignKey(term => term.TaxonomyId);
    }

    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.ToTable("directory_terms");
        builder.Property(term => term.Id).HasMaxLength(Ids.Length).ValueGeneratedNever();
        builder.Property(term => term.TaxonomyId).HasMaxLength(Ids.Length);
        builder.Property(term => term.Path).HasMaxLength(100);
        builder.Property(term => term.Names).AsJson();
        builder.HasIndex(term => new { term.TaxonomyId, term.Path }).IsUnique();
    }
}
