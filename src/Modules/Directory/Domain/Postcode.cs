using System.Text.RegularExpressions;

namespace Portal.Directory.Domain;

/// <summary>A United Kingdom postcode, or the first half of one. Form: British Standard BS 7666.</summary>
/// <param name="Outcode">For example <c>BD8</c>.</param>
/// <param name="Incode">For example <c>7HY</c>; null where only the first half, or that and a sector, was given.</param>
internal sealed partial record Postcode(string Outcode, string? Incode)
{
    /// <summary>Reads a postcode as people type it: any case, with or without spaces, half or whole. Null when it is none.</summary>
    public static Postcode? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 20) return null;
        // "BD8 7" and "BD8 7H": the sector says no more than the half before it. A space tells it from the outcode BD87.
        var halves = typed.Trim().ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (halves.Length == 2 && Outward().IsMatch(halves[0]) && Sector().IsMatch(halves[1])) return new Postcode(halves[0], null);
        var text = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '.'))).ToUpperInvariant();
        if (Whole().Match(text) is { Success: true } whole) return new Postcode(whole.Groups["out"].Value, whole.Groups["in"].Value);
        return Outward().IsMatch(text) ? new Postcode(text, null) : null;
    }

    /// <summary><c>BD8 7HY</c> or <c>BD8</c>.</summary>
    public override string ToString() => Incode is null ? Outcode : $"{Outcode} {Incode}";

    [GeneratedRegex("^(?<out>[A-Z]{1,2}[0-9][A-Z0-9]?)(?<in>[0-9][A-Z]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Whole();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Outward();

    [GeneratedRegex("^[0-9][A-Z]?$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Sector();
}
