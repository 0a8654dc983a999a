using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Learning.Contracts;
using Portal.Programmes.Domain;

namespace Portal.Programmes.Data;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes_programmes");
        builder.Property(programme => programme.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasTranslatedThing<Programme, ProgrammeText, ProgrammeDetails>(nameof(ProgrammeText.ProgrammeId));
    }
}

internal sealed class ProgrammeTextConfiguration : IEntityTypeConfiguration<ProgrammeText>
{
    public void Configure(EntityTypeBuilder<ProgrammeText> builder)
    {
        builder.ToTable("programmes_programme_texts");
        builder.HasTranslatedText(nameof(ProgrammeText.ProgrammeId));
    }
}
