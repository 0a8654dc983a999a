using System.Globalization;
using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>The terms of the directory and the languages of the world by the words that people use for them.</summary>
internal sealed class KnownWords
{
    private static readonly Lazy<Dictionary<string, string>> languages = new(NamesOfLanguages);
    private readonly Dictionary<string, List<TermInfo>> terms = new(StringComparer.Ordinal);

    public KnownWords(TermList list)
    {
        foreach (var term in list.All)
        {
            foreach (var word in term.Names.Values.Concat(term.Synonyms).Append(term.Path).Select(Prose.Key).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal))
            {
                if (!terms.TryGetValue(word, out var known)) terms[word] = known = [];
                known.Add(term);
            }
        }
    }

    /// <summary>The terms of that name; none where the directory has no such word.</summary>
    public IReadOnlyList<TermInfo> Terms(string word)
    {
        var key = Prose.Key(word);
        if (terms.TryGetValue(key, out var found)) return found;
        return key.EndsWith('s') && terms.TryGetValue(key[..^1], out found) ? found : [];
    }

    /// <summary>BCP 47 code of a language by its English name, its own name or its code; null for an unknown one.</summary>
    public static string? Language(string word) => languages.Value.GetValueOrDefault(Prose.Key(word));

    private static Dictionary<string, string> NamesOfLanguages()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => culture.Name.Length is 2 or 3))
        {
            foreach (var name in new[] { culture.Name, culture.EnglishName, culture.NativeName, culture.ThreeLetterISOLanguageName }) names.TryAdd(Prose.Key(name), culture.Name);
        }

        foreach (var (name, code) in new[] { ("bsl", "bfi"), ("britishsignlanguage", "bfi"), ("mandarin", "zh"), ("cantonese", "yue"), ("farsi", "fa"), ("sylheti", "syl"), ("mirpuri", "pa"), ("pothwari", "pa"), ("kurdish", "ku") })
            names[name] = code;
        names.Remove("");
        return names;
    }
}
