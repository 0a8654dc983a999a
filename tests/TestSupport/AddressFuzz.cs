using System.Globalization;

namespace TestSupport;

/// <summary>Makes addresses of public pages that are broken in all the ways it can think of, from a seed.</summary>
public static class AddressFuzz
{
    private static readonly string[] pages = ["/groups", "/groups", "/groups", "/ur/groups", "/groups/shipley-singers", "/learn", "/programmes", "/kept", "/groups/%F0%9F%8D%B5", "/learn/..%2f..%2fetc"];
    private static readonly string[] names = ["q", "near", "within", "page", "category", "day", "cost", "language", "time", "access", "audience", "n", "kept", "per_page", "taxonomy_term_id", "postcode", "proximity", "modified_after", "Q", "q[]", "", "__proto__"];

    private static readonly string[] values =
    [
        "", "walk", "quire", "BD18 3QH", "BD18", "bd", "ZZ99 9ZZ", "Shipley", "چہل قدمی", "Żółć", "ਗਾਣਾ", "10", "-1", "0", "1e9", "99999999999999999999", "NaN", "١٠", "TU", "tuesday", "free", "ur", "xx-XX", "true", "2026-13-45T99:99:99Z",
        "%00", "%ff%fe", "%u0041", "%", "%2", "\u202e", "'", "\"", "' OR 1=1 --", "<script>", "{{7*7}}", "../../etc/passwd", "*", "\\", "(", "a AND", "NEAR/0", "\ud83c\udf75", "‎‏", "+", "&", ";", "#", new string('x', 900), new string('ا', 300),
    ];

    /// <summary>An address inside a site.</summary>
    public static string Make(int seed)
    {
        var random = new Random(seed);
        var parts = Enumerable.Range(0, random.Next(0, 8)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{Pick(random, names)}{(random.Next(12) == 0 ? "" : "=")}{Value(random)}"));
        return Pick(random, pages) + "?" + string.Join(random.Next(20) == 0 ? "&&" : "&", parts);
    }

    // Half of them as a browser would write them, half as they are.
    private static string Value(Random random)
    {
        var value = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, values)));
        return random.Next(2) == 0 ? Uri.EscapeDataString(value) : value.Replace("#", "%23", StringComparison.Ordinal);
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
