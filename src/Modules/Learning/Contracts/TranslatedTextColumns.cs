using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Learning.Contracts;

/// <summary>How a <see cref="TranslatedText"/> is kept in a table.</summary>
public static class TranslatedTextColumns
{
    /// <summary>Longest id of a version.</summary>
    public const int VersionLength = 30;

    /// <summary>Sets the columns that all texts share. A text that somebody else changed in the meantime is not overwritten.</summary>
    public static void HasTranslatedText<TText>(this EntityTypeBuilder<TText> builder)
        where TText : TranslatedText
    {
        builder.Property(text => text.Language).HasMaxLength(20);
        builder.Property(text => text.ContentItemId).HasMaxLength(Ids.Length);
        builder.Property(text => text.VersionId).HasMaxLength(VersionLength).IsConcurrencyToken();
        builder.Property(text => text.SourceVersion).HasMaxLength(VersionLength);
        builder.Property(text => text.Review).HasMaxLength(20);
        builder.Ignore(text => text.Written);
    }
}
