using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Platform.Languages;
using Portal.Recipes.Contracts;

namespace Portal.Recipes.Reading;

/// <summary>The identifiers of content items.</summary>
internal static partial class ItemIds
{
    /// <summary>
    /// Gives an item that lacks an id or a version id one made from what it says, so that the same item run again is known to
    /// have been run, and a changed one is not.
    /// </summary>
    /// <param name="original">The item as it stands in the file, before functions were called.</param>
    public static void Complete(ContentItem item, ReadOnlySpan<byte> original)
    {
        if (item.ContentItemId is not null && item.ContentItemVersionId is not null) return;
        var json = JsonSerializer.Deserialize<JsonElement>(original, RecipeJson.Options);
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(json)).AsSpan(0, 13));
        if (item.ContentItemId is null) Set(item, nameof(ContentItem.ContentItemId), hash);
        if (item.ContentItemVersionId is null) Set(item, nameof(ContentItem.ContentItemVersionId), hash);
    }

    public static void Check(ContentItem item, Action<string> error)
    {
        if (!IdPattern().IsMatch(item.ContentItemId!)) error($"The ContentItemId '{item.ContentItemId}' is not made of at most 26 lower-case letters, digits and hyphens.");
        if (item.ContentItemVersionId!.Length is 0 or > 30) error($"The ContentItemVersionId '{item.ContentItemVersionId}' is not of 1 to 30 characters.");
        if (item.LocalizationPart?.Culture is { } culture && LanguageInfo.Find(culture) is null) error($"The culture '{culture}' is not known.");
    }

    private static void Set(ContentItem item, string name, string value)
        => RecipeJson.Options.GetTypeInfo(item.GetType()).Properties.First(property => property.Name == name).Set!(item, value);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,25}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
