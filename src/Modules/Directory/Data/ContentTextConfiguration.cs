using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

/// <summary>What all texts have in common.</summary>
internal static class ContentTextConfiguration
{
    /// <summary>Longest version id a recipe may give.</summary>
    public const int VersionLength = 30;

    public static void ConfigureText<TText>(this EntityTypeBuilder<TText> builder)
        where TText : ContentText
    {
        builder.HasKey(text => text.Id);
        builder.Property(text => text.Id).HasMaxLength(Ids.Length).ValueGeneratedNever();
        builder.Property(text => text.Culture).HasMaxLength(20);
        builder.Property(text => text.VersionId).HasMaxLength(VersionLength);
        builder.Property(text => text.SourceVersion).HasMaxLength(VersionLength);
        builder.Property(text => text.Review).HasMaxLength(20);
    }
}
