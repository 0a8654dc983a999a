using System.Globalization;

namespace Portal.Signposting.Domain;

/// <summary>A person's NHS number: ten digits, of which the last follows from the others (modulus 11).</summary>
internal sealed record NhsNumber
{
    private const int Length = 10;

    private NhsNumber(string digits) => Digits = digits;

    /// <summary>The ten digits, ASCII, without spaces.</summary>
    public string Digits { get; }

    /// <summary>As it is read aloud and printed: <c>943 476 5919</c>.</summary>
    public override string ToString() => $"{Digits[..3]} {Digits[3..6]} {Digits[6..]}";

    /// <summary>Reads what was typed, with spaces or hyphens, in any script's digits; null when it is no NHS number.</summary>
    public static NhsNumber? Parse(string? typed)
    {
        var digits = new List<int>(Length);
        foreach (var character in typed ?? "")
        {
            if (char.IsWhiteSpace(character) || character == '-') continue;
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit < 0 || digits.Count == Length) return null;
            digits.Add(digit);
        }

        // One digit ten times is what people type who do not know the number; some of these pass the check.
        if (digits.Count != Length || digits.TrueForAll(digit => digit == digits[0])) return null;
        var sum = 0;
        for (var place = 0; place < Length - 1; place++) sum += digits[place] * (Length - place);
        var check = (11 - (sum % 11)) % 11; // 10 is given to nobody, and no digit equals it
        return digits[^1] == check ? new NhsNumber(string.Concat(digits.Select(digit => (char)('0' + digit)))) : null;
    }
}
