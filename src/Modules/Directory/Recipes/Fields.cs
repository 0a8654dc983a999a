using Portal.Directory.Domain;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Writes values as fields; nothing for what is empty.</summary>
internal static class Fields
{
    public static TextField? AsText(this string? text) => string.IsNullOrEmpty(text) ? null : new TextField(text);

    public static MarkdownField? AsMarkdown(this string? text) => string.IsNullOrEmpty(text) ? null : new MarkdownField(text);

    public static MultiTextField? AsList(this IReadOnlyList<string> values) => values.Count == 0 ? null : new MultiTextField(values);

    public static TaxonomyField? AsTerms(this IReadOnlyList<string> ids, string taxonomyId) => ids.Count == 0 ? null : new TaxonomyField(taxonomyId, ids);

    public static ContentPickerField? AsReference(this string? id) => id is null ? null : new ContentPickerField([id]);

    /// <summary>What says that a text is a translation; null for the source.</summary>
    public static TranslationPart? AsTranslation(this ContentText text)
        => text.SourceVersion is null && text.Review is null ? null : new TranslationPart(text.SourceVersion.AsText(), text.Review.AsText());

    /// <summary>Title of an item.</summary>
    public static string TitleOf(ContentItem item) => item.TitlePart?.Title ?? item.DisplayText ?? "";

    /// <summary>Takes over what every text of an item has, and tells what is missing.</summary>
    public static void ReadInto(ItemImport import, ContentText text)
    {
        text.VersionId = import.Item.ContentItemVersionId!;
        text.SourceVersion = import.Item.TranslationPart?.SourceVersion?.Text;
        text.Review = import.Item.TranslationPart?.Review?.Text;
        text.Title = TitleOf(import.Item);
        if (text.Title.Length == 0) import.Error("The item has no title.");
        if (text.Review is not (null or ContentTexts.Machine or ContentTexts.Reviewed)) import.Error($"Review is '{text.Review}'. It can be machine or reviewed.");
    }
}
