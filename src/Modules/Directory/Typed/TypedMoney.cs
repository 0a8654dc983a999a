using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Directory.Typed;

/// <summary>An amount of money as people write it: "£2.50", "2,50", "50p", "3 pounds", "free".</summary>
internal static partial class TypedMoney
{
    /// <summary>More than this is a slip of the keyboard: £500.</summary>
    private const int Most = 50_000;

    private static readonly string[] free = ["free", "nothing", "none", "no charge", "free of charge", "مفت", "za darmo", "darmo", "bezpłatnie", "bezpłatne"];

    /// <summary>Pence, 0 for what is free; null when it is no amount.</summary>
    public static int? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 30) return null;
        var text = PlainDigits.In(typed).Trim().ToLowerInvariant();
        if (free.Contains(text, StringComparer.Ordinal)) return 0;
        var match = Shape().Match(text);
        if (!match.Success) return null;
        var whole = int.Parse(match.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture);
        var part = match.Groups["part"].Value;
        if (match.Groups["pence"].Success) return part.Length == 0 && !match.Groups["pound"].Success ? whole : null;
        var pence = (whole * 100) + (part.Length == 0 ? 0 : int.Parse(part.PadRight(2, '0'), CultureInfo.InvariantCulture));
        return pence <= Most ? pence : null;
    }

    [GeneratedRegex(@"^(?<pound>£|gbp)?\s*(?<whole>[0-9]{1,4})(?:[.,](?<part>[0-9]{1,2}))?\s*(?:(?<pence>p|pence)|£|gbp|pounds?|quid)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Shape();
}
