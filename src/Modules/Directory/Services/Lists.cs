using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;

namespace Portal.Directory.Services;

/// <summary>Puts words in a row: "a, b and c".</summary>
internal static class Lists
{
    public static string JoinAnd(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words) => texts.Join(words, "List.And");

    public static string JoinOr(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words) => texts.Join(words, "List.Or");

    /// <summary>Names in a row as one reads them: "Step-free, accessible toilet".</summary>
    public static string JoinNames(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> names)
        => texts.JoinComma([.. names.Select((name, place) => place == 0 ? name : LowerFirst(name))]);

    public static string JoinComma(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words) => texts.Join(words, "List.Comma");

    /// <summary>A capital that begins a word becomes small; that of an abbreviation stays.</summary>
    public static string LowerFirst(string words)
        => words.Length > 1 && !char.IsUpper(words[1]) ? words[..1].ToLower(CultureInfo.CurrentCulture) + words[1..] : words;

    private static string Join(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words, string last)
    {
        if (words.Count == 0) return "";
        var joined = words[0];
        for (var i = 1; i < words.Count; i++) joined = texts[i == words.Count - 1 ? last : "List.Comma", joined, words[i]];
        return joined;
    }
}
