using System.Globalization;

namespace Portal.Directory.Services;

/// <summary>Makes words that were searched for alike, and drops those that may say who somebody is.</summary>
internal static class SearchedWords
{
    private const int Longest = 60;
    private const int MostDigits = 4;

    /// <summary>The words in small letters with single spaces; null for none, for a whole sentence, an address or a number.</summary>
    public static string? Of(string? typed)
    {
        var words = string.Join(' ', (typed ?? "").ToLower(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length is 0 or > Longest || words.Contains('@', StringComparison.Ordinal) || words.Count(char.IsDigit) > MostDigits ? null : words;
    }
}
