using System.Text;

namespace Portal.Search.Words;

/// <summary>
/// A vowel that begins a syllable has a letter of its own in Indic scripts, and is often typed as a bearer with a vowel sign,
/// which looks the same. Unicode does not count them as equal (The Unicode Standard, chapter 12, "do not use" tables).
/// </summary>
internal static class IndicVowels
{
    /// <summary>Puts letters in the place of bearers with a sign.</summary>
    public static StringBuilder Compose(StringBuilder word)
    {
        for (var i = word.Length - 1; i > 0; i--)
        {
            if (word[i] < 0x0900 || Letter(word[i - 1], word[i]) is not { } letter) continue;
            word[i - 1] = letter;
            word.Remove(i, 1);
        }

        return word;
    }

    private static char? Letter(char bearer, char sign) => (bearer, sign) switch
    {
        ('\u0905', '\u093E') => '\u0906', // Devanagari
        ('\u0905', '\u094B') => '\u0913',
        ('\u0905', '\u094C') => '\u0914',
        ('\u090F', '\u0947') => '\u0910',
        ('\u0985', '\u09BE') => '\u0986', // Bengali
        ('\u0A05', '\u0A3E') => '\u0A06', // Gurmukhi
        ('\u0A05', '\u0A48') => '\u0A10',
        ('\u0A05', '\u0A4C') => '\u0A14',
        ('\u0A72', '\u0A3F') => '\u0A07',
        ('\u0A72', '\u0A40') => '\u0A08',
        ('\u0A72', '\u0A47') => '\u0A0F',
        ('\u0A73', '\u0A41') => '\u0A09',
        ('\u0A73', '\u0A42') => '\u0A0A',
        ('\u0A73', '\u0A4B') => '\u0A13',
        _ => null,
    };
}
