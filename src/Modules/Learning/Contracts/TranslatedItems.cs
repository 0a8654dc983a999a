using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Recipes.Contracts;

namespace Portal.Learning.Contracts;

/// <summary>What articles, collections and programmes have in common on their way in and out of recipes.</summary>
public static class TranslatedItems
{
    /// <summary>Reads the text of an item and tells what is missing; null when it cannot be taken.</summary>
    /// <param name="import">The item.</param>
    /// <param name="gist">Its gist.</param>
    /// <param name="body">Its body; null for a kind of thing that has none.</param>
    /// <param name="hasBody">True for a kind of thing that must have a body.</param>
    public static WrittenText? ReadText(ItemImport import, MarkdownField? gist, MarkdownBodyPart? body, bool hasBody)
    {
        var problems = new List<string>();
        if (import.Culture is null || LanguageInfo.Find(import.Culture) is null) problems.Add("LocalizationPart.Culture has to be the code of a language");
        if (string.IsNullOrWhiteSpace(import.Item.TitlePart?.Title)) problems.Add("TitlePart.Title is missing");
        if (string.IsNullOrWhiteSpace(import.Item.AutoroutePart?.Path)) problems.Add("AutoroutePart.Path is missing");
        if (string.IsNullOrWhiteSpace(gist?.Markdown)) problems.Add("Gist is missing");
        if (hasBody && string.IsNullOrWhiteSpace(body?.Markdown)) problems.Add("MarkdownBodyPart.Markdown is missing");
        if (import.Item.TranslationPart?.Review?.Text is { } review && review is not (TranslatedText.Machine or TranslatedText.Reviewed)) problems.Add("TranslationPart.Review can be 'machine' or 'reviewed'");
        foreach (var problem in problems) import.Error($"{import.Item.ContentType} '{import.Item.ContentItemId}': {problem}.");

        var translation = import.IsMaster ? null : import.Item.TranslationPart;
        return problems.Count > 0
            ? null
            : new WrittenText(import.Item.TitlePart!.Title, gist!.Markdown!, body?.Markdown ?? "", translation?.SourceVersion?.Text, translation?.Review?.Text);
    }

    /// <summary>Reads the needs a master speaks to and tells when one of them is no term of that taxonomy.</summary>
    public static IReadOnlyList<string> ReadNeeds(ItemImport import, TaxonomyField? needs, TermList terms)
    {
        if (needs is null) return [];
        if (needs.TaxonomyContentItemId != TaxonomyIds.Need)
            import.Error($"{import.Item.ContentType} '{import.Item.ContentItemId}': Needs are terms of '{TaxonomyIds.Need}', not of '{needs.TaxonomyContentItemId}'.");
        foreach (var id in needs.TermContentItemIds.Where(id => terms.Find(id)?.TaxonomyId != TaxonomyIds.Need))
            import.Error($"{import.Item.ContentType} '{import.Item.ContentItemId}': Needs refers to the term '{id}', which is not in '{TaxonomyIds.Need}'.");
        return needs.TermContentItemIds;
    }

    /// <summary>Tells of each reference that leads nowhere.</summary>
    public static void RefuseUnknown(ItemImport import, string field, IEnumerable<string> unknown)
    {
        foreach (var id in unknown) import.Error($"{import.Item.ContentType} '{import.Item.ContentItemId}': {field} refers to '{id}', which is not there.");
    }

    /// <summary>Tells when a translation carries more than texts.</summary>
    /// <param name="import">The translation.</param>
    /// <param name="otherFields">The fields only the master may have.</param>
    public static void RefuseOtherFields(ItemImport import, params object?[] otherFields)
    {
        if (otherFields.Any(field => field is not null))
            import.Error($"{import.Item.ContentType} '{import.Item.ContentItemId}' is a translation and may hold texts only; the rest belongs to '{import.SetId}'.");
    }

    /// <summary>Tells that the item which a translation belongs to is not there.</summary>
    public static void RefuseOrphan(ItemImport import)
        => import.Error($"{import.Item.ContentType} '{import.Item.ContentItemId}' translates '{import.SetId}', which is not there.");

    /// <summary>Writes what a translation was made from; null for a source.</summary>
    public static TranslationPart? WriteTranslation(TranslatedText text)
        => text.SourceVersion is null && text.Review is null
            ? null
            : new TranslationPart(text.SourceVersion is null ? null : new TextField(text.SourceVersion), text.Review is null ? null : new TextField(text.Review));

    /// <summary>Writes references; null when there are none.</summary>
    public static ContentPickerField? WriteReferences(IReadOnlyList<string> ids) => ids.Count == 0 ? null : new ContentPickerField(ids);

    /// <summary>Writes needs; null when there are none.</summary>
    public static TaxonomyField? WriteNeeds(IReadOnlyList<string> ids) => ids.Count == 0 ? null : new TaxonomyField(TaxonomyIds.Need, ids);

    /// <summary>The texts of a thing in the order they are written: the source, then the translations by language.</summary>
    public static IEnumerable<TText> InOrder<TText>(IEnumerable<TText> texts, string sourceLanguage)
        where TText : TranslatedText
        => texts.OrderBy(text => text.Language == sourceLanguage ? 0 : 1).ThenBy(text => text.Language, StringComparer.Ordinal);
}
