using System.Globalization;
using System.Text;

namespace Portal.Directory.Services;

/// <summary>Short names for addresses.</summary>
internal static class Slugs
{
    private const int Longest = 60;

    /// <summary>The name in lower-case Latin letters and digits with hyphens, and the end of the id, so that no two are alike.</summary>
    public static string Of(string name, string id)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == Longest) break;
        }

        return $"{slug.ToString().Trim('-')}-{id[^6..]}".TrimStart('-');
    }
}
