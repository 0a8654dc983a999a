namespace Portal.Signposting.Services;

/// <summary>Phone numbers in links.</summary>
internal static class Phone
{
    /// <summary>The number as a phone dials it: digits, with the plus before the country.</summary>
    public static string Dialled(string number) => new([.. number.Where((character, index) => char.IsAsciiDigit(character) || (character == '+' && index == 0))]);
}
