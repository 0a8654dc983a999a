using System.Globalization;
using System.Text;

namespace Portal.Search.Words;

/// <summary>
/// Brings the spellings of one word together: case, accents, the several code points that Arabic-script keyboards have for one
/// letter, the marks that are left out as often as written, the two ways to write a vowel of an Indic script, digits of all scripts.
/// </summary>
internal static class Folding
{
    /// <summary>Folds one word. What is neither letter, digit nor vowel sign falls away.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word)) return FoldAscii(word);
        // Compatibility decomposition: é becomes e and an accent, ﻻ becomes ل and ا, full-width letters become plain ones.
        var decomposed = word.ToString().Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes()) Append(folded, Rune.ToLowerInvariant(rune));
        return IndicVowels.Compose(folded).ToString();
    }

    private static string FoldAscii(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var letter in word)
        {
            if (char.IsAsciiLetterOrDigit(letter)) folded[length++] = char.ToLowerInvariant(letter);
        }

        return folded[..length].ToString();
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Letter(rune.Value) is { } letter)
        {
            folded.Append(letter);
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.DecimalDigitNumber:
                folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.NonSpacingMark when IsAccent(rune.Value):
                break;
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.TitlecaseLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark:
                folded.Append(rune.ToString());
                break;
        }
    }

    /// <summary>Accents of Latin, Greek and Cyrillic; zer, zabar, pesh, hamza above and their like. The vowel signs of Indic scripts are letters in all but name and stay.</summary>
    private static bool IsAccent(int code) => code is (>= 0x0300 and <= 0x036F) or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06ED);

    /// <summary>Letters that no decomposition brings together. Arabic, Persian and Urdu keyboards write different code points for yeh, kaf and heh.</summary>
    private static string? Letter(int code) => code switch
    {
        'ي' or 'ى' => "ی",
        'ك' or 'ڪ' => "ک",
        'ه' or 'ة' or 'ۃ' or 'ە' => "ہ",
        'ٱ' => "ا",
        'ـ' => "", // tatweel only stretches a word
        0x093C or 0x0A3C => "", // the dot below of Devanagari and Gurmukhi is left out as often as written; that of Bengali makes other letters
        0x0A71 or 0x0981 => "", // addak and the Bengali moon-dot too
        0x0A02 or 0x0A01 => "\u0A70", // bindi and tippi write one sound
        0x0901 => "\u0902",
        0x09CE => "\u09A4\u09CD", // khanda ta, which older texts write as ta and hasanta
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        _ => null,
    };
}
