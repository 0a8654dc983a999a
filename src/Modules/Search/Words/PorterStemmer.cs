namespace Portal.Search.Words;

/// <summary>
/// Takes the endings off English words, so that "walks", "walked" and "walking" are one: the algorithm M. F. Porter published
/// as "An algorithm for suffix stripping", Program 14 (1980), steps 1a to 5b. Words in other scripts are left as they are.
/// In its terms a word is [C](VC)^m[V], C and V being runs of consonants and of vowels; m is the measure.
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Ending, string Replacement)[] step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Ending, string Replacement)[] step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] step4 =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 3 || word.AsSpan().ContainsAnyExceptInRange('a', 'z')) return word;
        word = Plural(word);
        word = Participle(word);
        if (word[^1] == 'y' && HasVowel(word.AsSpan(0, word.Length - 1))) word = word[..^1] + "i";
        word = Replace(word, step2);
        word = Replace(word, step3);
        word = Remove(word);
        return Tidy(word);
    }

    /// <summary>Step 1a: caresses, ponies, cats.</summary>
    private static string Plural(string word)
        => Ends(word, "sses") || Ends(word, "ies") ? word[..^2] : Ends(word, "s") && !Ends(word, "ss") ? word[..^1] : word;

    /// <summary>Step 1b: agreed, plastered, motoring.</summary>
    private static string Participle(string word)
    {
        if (Ends(word, "eed")) return Measure(word.AsSpan(0, word.Length - 3)) > 0 ? word[..^1] : word;
        var cut = Ends(word, "ed") ? 2 : Ends(word, "ing") ? 3 : 0;
        if (cut == 0 || !HasVowel(word.AsSpan(0, word.Length - cut))) return word;
        word = word[..^cut];
        if (Ends(word, "at") || Ends(word, "bl") || Ends(word, "iz")) return word + "e";
        if (EndsDouble(word) && word[^1] is not ('l' or 's' or 'z')) return word[..^1];
        return Measure(word) == 1 && EndsShort(word) ? word + "e" : word;
    }

    /// <summary>Steps 2 and 3: the longest ending that fits is replaced when a syllable stands before it.</summary>
    private static string Replace(string word, (string Ending, string Replacement)[] endings)
    {
        var (ending, replacement) = ("", "");
        foreach (var pair in endings)
        {
            if (pair.Ending.Length > ending.Length && Ends(word, pair.Ending)) (ending, replacement) = pair;
        }

        if (ending.Length == 0) return word;
        var stem = word.AsSpan(0, word.Length - ending.Length);
        return Measure(stem) > 0 ? string.Concat(stem, replacement) : word;
    }

    /// <summary>Step 4: the longest ending that fits falls away when two syllables stand before it.</summary>
    private static string Remove(string word)
    {
        var ending = "";
        foreach (var candidate in step4)
        {
            if (candidate.Length > ending.Length && Ends(word, candidate)) ending = candidate;
        }

        if (ending.Length == 0) return word;
        var stem = word[..^ending.Length];
        if (ending == "ion" && !(Ends(stem, "s") || Ends(stem, "t"))) return word;
        return Measure(stem) > 1 ? stem : word;
    }

    /// <summary>Step 5: a last e, and one of two l.</summary>
    private static string Tidy(string word)
    {
        if (word[^1] == 'e')
        {
            var stem = word.AsSpan(0, word.Length - 1);
            var measure = Measure(stem);
            if (measure > 1 || (measure == 1 && !EndsShort(stem))) word = word[..^1];
        }

        return Ends(word, "ll") && Measure(word) > 1 ? word[..^1] : word;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>y is a vowel after a consonant.</summary>
    private static bool IsConsonant(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(word, i - 1),
        _ => true,
    };

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (!IsConsonant(stem, i)) return true;
        }

        return false;
    }

    private static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        for (var i = 1; i < stem.Length; i++)
        {
            if (IsConsonant(stem, i) && !IsConsonant(stem, i - 1)) measure++;
        }

        return measure;
    }

    private static bool EndsDouble(string word) => word.Length > 1 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x, y: hop, but not snow.</summary>
    private static bool EndsShort(ReadOnlySpan<char> word)
        => word.Length > 2 && IsConsonant(word, word.Length - 1) && !IsConsonant(word, word.Length - 2) && IsConsonant(word, word.Length - 3)
            && word[^1] is not ('w' or 'x' or 'y');
}
