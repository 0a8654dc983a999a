using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Learning.Contracts;
using Portal.Platform.Data;
using Portal.Programmes.Domain;

namespace Portal.Programmes.Data;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes_programmes");
        builder.Property(programme => programme.Id).HasMaxLength(Ids.Length);
        builder.Property(programme => programme.Slug).HasMaxLength(80);
        builder.Property(programme => programme.SourceLanguage).HasMaxLength(20);
        builder.Property(programme => programme.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(programme => programme.Slug).IsUnique();
        builder.HasMany(programme => programme.Texts).WithOne().HasForeignKey(text => text.ProgrammeId);
    }
}

internal sealed class ProgrammeTextConfiguration : IEntityTypeConfiguration<ProgrammeText>
{
    public void Configure(EntityTypeBuilder<ProgrammeText> builder)
    {
        builder.ToTable("programmes_programme_texts");
        builder.HasKey(text => new { text.ProgrammeId, text.Language });
        builder.Property(text => text.ProgrammeId).HasMaxLength(Ids.Length);
        builder.HasTranslatedText();
    }
}
