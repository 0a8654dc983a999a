namespace Portal.Search.Words;

/// <summary>How near one word is to another, to the eye and to the ear.</summary>
internal static class Spelling
{
    /// <summary>
    /// How many letters have to be put in, left out, changed, or swapped with their neighbour to make one word the other
    /// (Damerau–Levenshtein, each letter touched once); anything over <paramref name="limit"/> is told as limit + 1.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        Span<int> beforeLast = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > limit) return limit + 1;
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        return Math.Min(last[b.Length], limit + 1);
    }

    /// <summary>How many letters may be wrong in a word of that length.</summary>
    public static int Tolerance(int length) => length switch { < 3 => 0, < 5 => 1, _ => 2 };

    /// <summary>
    /// A rough key of how a folded Latin word sounds in English, alike for words that are spelled by ear: "yogga" and "yoga",
    /// "fisio" and "physio", "quire" and "choir". Empty for words in other scripts.
    /// </summary>
    public static string Sound(string word)
    {
        if (word.Length == 0 || word.AsSpan().ContainsAnyExceptInRange('a', 'z')) return "";
        if (word.StartsWith("choir", StringComparison.Ordinal)) word = "quire" + word[5..]; // like no other English word
        Span<char> key = stackalloc char[word.Length * 2];
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var (sound, taken) = SoundAt(word, i);
            foreach (var letter in sound)
            {
                if (length == 0 || key[length - 1] != letter) key[length++] = letter;
            }

            i += taken;
        }

        return key[..length].ToString();
    }

    private static (string Sound, int Taken) SoundAt(string word, int i)
    {
        var rest = word.AsSpan(i);
        var next = rest.Length > 1 ? rest[1] : ' ';
        var isFirst = i == 0;
        if (isFirst && rest is ['k' or 'g', 'n', ..]) return ("n", 2);
        if (isFirst && rest is ['w', 'r', ..]) return ("r", 2);
        if (isFirst && rest is ['p', 's', ..]) return ("s", 2);
        return rest switch
        {
            ['s', 'c', 'h', ..] => ("sk", 3),
            ['t', 'c', 'h', ..] => ("x", 3),
            ['c' or 's', 'h', ..] => ("x", 2),
            ['p', 'h', ..] => ("f", 2),
            ['t', 'h', ..] => ("t", 2),
            ['w', 'h', ..] => ("w", 2),
            ['g', 'h', ..] => (isFirst ? "g" : "", 2),
            ['d', 'g', 'e' or 'i' or 'y', ..] => ("j", 2),
            ['q', 'u', ..] => ("kw", 2),
            ['c', ..] => (next is 'e' or 'i' or 'y' ? "s" : "k", 1),
            ['g', ..] => (next is 'e' or 'i' or 'y' ? "j" : "g", 1),
            ['q', ..] => ("k", 1),
            ['x', ..] => (isFirst ? "s" : "ks", 1),
            ['z', ..] => ("s", 1),
            ['v', ..] => ("f", 1),
            ['h', ..] => (isFirst ? "h" : "", 1),
            ['w' or 'y', ..] => (IsVowel(next) ? rest[..1].ToString() : "", 1),
            [var letter, ..] when IsVowel(letter) => (isFirst ? "a" : "", 1),
            _ => (rest[..1].ToString(), 1),
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
