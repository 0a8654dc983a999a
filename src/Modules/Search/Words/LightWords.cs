using System.Collections.Frozen;

namespace Portal.Search.Words;

/// <summary>
/// Words people say around what they look for, folded: "something for my mum", "a group for…". They are in the index, and looked for when
/// there is nothing else to look for; beside other words they would only hide what helps.
/// </summary>
internal static class LightWords
{
    private static readonly FrozenSet<string> words = string.Join(' ',
        "something someone somebody anything anyone who what where which can could would like want need some any group groups people please have has do does am im us she he her him his they them", // English
        "گروپ کوئی کچھ چاہیے چاہئے مجھے میرا میری میرے لیے لئے ہوں کرنا mujhe mera meri mere liye chahiye koi ka ki ke ko hai hain mein", // Urdu, also in Latin letters
        "grupa grupy grupę coś ktoś kto chcę chciałbym chciałabym szukam potrzebuję mi mnie mój moja moje mam jest gdzie", // Polish
        "আমার আমি আমাকে জন্য কেউ কিছু চাই এমন একটা একটি কোনো") // Bengali
        .Split(' ').Select(word => Folding.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a folded word that says little.</summary>
    public static bool Contains(string folded) => words.Contains(folded);
}
