using System.Globalization;

namespace Portal.Directory.Typed;

/// <summary>Digits as typed on any keyboard: ۱۰ and ١٠ are 10.</summary>
internal static class PlainDigits
{
    public static string In(string typed)
        => string.Concat(typed.Select(letter => char.IsDigit(letter) && !char.IsAsciiDigit(letter) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)) : letter));
}
