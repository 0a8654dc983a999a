using System.Collections.Frozen;

namespace Portal.Search.Words;

/// <summary>Words that stand in every text and say nothing of it, folded. They are neither indexed nor looked for.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> words = string.Join(' ',
        "a an and are as at be by for from i in is it me my near of on or our that the there this to we with you your", // English
        "اور سے میں کے کی کا کو پر نے ہے ہیں ایک یہ وہ", // Urdu
        "i w z na do dla o od po za ze sie jest oraz lub") // Polish
        .Split(' ').Select(word => Folding.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a folded word that says nothing.</summary>
    public static bool Contains(string folded) => words.Contains(folded);
}
