using System.Globalization;
using System.Text;

namespace Portal.Search.Words;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Folded">The word folded; never empty.</param>
internal readonly record struct Token(int Start, int Length, string Folded)
{
    /// <summary>What the index holds of it: folded, and English endings taken off.</summary>
    public string Stem => PorterStemmer.Stem(Folded);
}

/// <summary>Takes texts apart into words, the same way for what is written and for what is looked for.</summary>
internal static class Tokenizer
{
    /// <summary>Longer words are cut; nobody types them.</summary>
    private const int MaxLength = 40;

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<Token> Tokens(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var (start, end) = NextWord(text, position);
            if (start == end) yield break;
            position = end;
            var folded = Folding.Fold(text.AsSpan(start, Math.Min(end - start, MaxLength)));
            if (folded.Length > 0) yield return new Token(start, end - start, folded);
        }
    }

    /// <summary>Where the next word stands, without a look at what it is; its length is 0 at the end of the text.</summary>
    public static (int Start, int Length) NextWord(string text, ref int position)
    {
        var (start, end) = NextWord(text, position);
        position = end;
        return (start, end - start);
    }

    private static (int Start, int End) NextWord(string text, int position)
    {
        var start = -1;
        while (position < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length);
            if (IsPartOfWord(rune))
            {
                if (start < 0) start = position;
            }
            else if (start >= 0 && !(IsJoiner(rune) && GoesOn(text, position + length)))
            {
                return (start, position);
            }

            position += length;
        }

        return start < 0 ? (position, position) : (start, position);
    }

    private static bool IsPartOfWord(Rune rune)
        => rune.IsAscii ? Rune.IsLetterOrDigit(rune) : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>True where a letter or a sign of one stands: in Bengali র‍্যা a sign follows the joiner.</summary>
    private static bool GoesOn(string text, int position) => position < text.Length
        && (char.IsLetter(text[position]) || char.GetUnicodeCategory(text[position]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Apostrophes ("men's"), soft hyphens and the invisible joiners of Arabic and Indic scripts stand inside a word.</summary>
    private static bool IsJoiner(Rune rune) => rune.Value is '\'' or '’' or 'ʼ' or 0x00AD or 0x200C or 0x200D;
}
