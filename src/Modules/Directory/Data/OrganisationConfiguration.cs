using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationText>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("directory_organisations");
        builder.Property(organisation => organisation.Id).HasMaxLength(Ids.Length);
        builder.Property(organisation => organisation.Slug).HasMaxLength(100);
        builder.Property(organisation => organisation.Culture).HasMaxLength(20);
        builder.HasIndex(organisation => organisation.Slug).IsUnique();
        builder.HasIndex(organisation => organisation.PublicId).IsUnique();
        builder.HasIndex(organisation => new { organisation.AddedAt, organisation.Id, organisation.Published });
        builder.HasMany(organisation => organisation.Texts).WithOne().HasForeignKey(text => text.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<OrganisationText> builder)
    {
        builder.ToTable("directory_organisation_texts");
        builder.ConfigureText();
        builder.Property(text => text.OrganisationId).HasMaxLength(Ids.Length);
        builder.HasIndex(text => new { text.OrganisationId, text.Culture }).IsUnique();
    }
}
