namespace Portal.Directory.Typed;

/// <summary>A phone number in any spacing. Numbers of the United Kingdom are written as Ofcom groups them, others in international form.</summary>
internal static class TypedPhone
{
    private static readonly string[] separators = [" ", "\u00a0", "-", "–", ".", "/", "(0)", "(", ")"];

    /// <summary>The number written properly, or null when it is none.</summary>
    public static string? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40) return null;
        var text = PlainDigits.In(typed);
        foreach (var separator in separators) text = text.Replace(separator, "", StringComparison.Ordinal);
        text = text.Trim();
        if (text.StartsWith("00", StringComparison.Ordinal)) text = "+" + text[2..];
        if (text.StartsWith("+44", StringComparison.Ordinal)) text = "0" + text[3..].TrimStart('0');

        var digits = text.TrimStart('+');
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit) || text.Length - digits.Length > 1) return null;
        if (text[0] == '+') return digits.Length is >= 8 and <= 15 ? text : null;
        if (text[0] != '0') return digits.Length switch { 3 => text, 6 => $"{text[..3]} {text[3..]}", _ => null };
        return digits.Length is 10 or 11 ? Grouped(text) : null;
    }

    /// <summary>True for a number of the United Kingdom that takes text messages, as <see cref="Parse"/> writes it, or one from abroad.</summary>
    public static bool TakesTexts(string number) => number.StartsWith("07", StringComparison.Ordinal) || number[0] == '+';

    private static string Grouped(string number) => number switch
    {
        ['0', '2', ..] => $"{number[..3]} {number[3..7]} {number[7..]}",
        ['0', '3' or '8', ..] or ['0', '1', '1', ..] or ['0', '1', _, '1', ..] => $"{number[..4]} {number[4..7]} {number[7..]}",
        _ => $"{number[..5]} {number[5..]}",
    };
}
