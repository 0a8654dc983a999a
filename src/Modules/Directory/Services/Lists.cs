using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;

namespace Portal.Directory.Services;

/// <summary>Puts words in a row: "a, b and c".</summary>
internal static class Lists
{
    public static string JoinAnd(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words) => texts.Join(words, "List.And");

    public static string JoinOr(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words) => texts.Join(words, "List.Or");

    public static string JoinComma(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words) => texts.Join(words, "List.Comma");

    private static string Join(this IStringLocalizer<DirectoryText> texts, IReadOnlyList<string> words, string last)
    {
        if (words.Count == 0) return "";
        var joined = words[0];
        for (var i = 1; i < words.Count; i++) joined = texts[i == words.Count - 1 ? last : "List.Comma", joined, words[i]];
        return joined;
    }
}
