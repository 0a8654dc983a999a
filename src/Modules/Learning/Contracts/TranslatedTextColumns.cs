using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Learning.Contracts;

/// <summary>How translated things and their texts are kept in tables.</summary>
public static class TranslatedTextColumns
{
    /// <summary>Longest id of a version.</summary>
    public const int VersionLength = 30;

    /// <summary>Longest last part of an address.</summary>
    public const int SlugLength = 80;

    private const int LanguageLength = 20;

    /// <summary>Sets the columns that all translated things share.</summary>
    /// <param name="foreignKey">Name of the property of a text that says which thing it belongs to.</param>
    public static void HasTranslatedThing<TThing, TText, TDetails>(this EntityTypeBuilder<TThing> builder, string foreignKey)
        where TThing : TranslatedThing<TText, TDetails>
        where TText : TranslatedText
        where TDetails : ThingDetails
    {
        builder.Property(thing => thing.Id).HasMaxLength(Ids.Length);
        builder.Property(thing => thing.Slug).HasMaxLength(SlugLength);
        builder.Property(thing => thing.SourceLanguage).HasMaxLength(LanguageLength);
        builder.HasIndex(thing => thing.Slug).IsUnique();
        builder.HasMany(thing => thing.Texts).WithOne().HasForeignKey(foreignKey);
    }

    /// <summary>Sets the columns that all texts share. A text that somebody else changed in the meantime is not overwritten.</summary>
    /// <param name="foreignKey">Name of the property that says which thing the text belongs to.</param>
    public static void HasTranslatedText<TText>(this EntityTypeBuilder<TText> builder, string foreignKey)
        where TText : TranslatedText
    {
        builder.HasKey(foreignKey, nameof(TranslatedText.Language));
        builder.Property(foreignKey).HasMaxLength(Ids.Length);
        builder.Property(text => text.Language).HasMaxLength(LanguageLength);
        builder.Property(text => text.ContentItemId).HasMaxLength(Ids.Length);
        builder.Property(text => text.VersionId).HasMaxLength(VersionLength).IsConcurrencyToken();
        builder.Property(text => text.SourceVersion).HasMaxLength(VersionLength);
        builder.Property(text => text.Review).HasMaxLength(20);
        builder.Ignore(text => text.Written);
    }
}
