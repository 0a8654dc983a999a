using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Portal.Signposting.Domain.People;

/// <summary>How to reach the person, and what must not happen then. In sight wherever somebody is about to contact them.</summary>
internal sealed record Reach : IPersonSection<Reach>
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;
    private const int LongestEmail = 320;

    /// <summary>Ways to be reached.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["call", "text", "email", "letter", "visit"];

    /// <summary>What may be unsafe.</summary>
    public static IReadOnlyList<string> Unsafe { get; } = ["voicemail", "text", "email", "letter", "name", "others"];

    public static PersonSection Section => PersonSection.Reach;

    public string? Phone { get; set; }

    public string? OtherPhone { get; set; }

    public string? Email { get; set; }

    /// <summary>How the person likes best to be reached, of <see cref="Ways"/>.</summary>
    public string? Best { get; set; }

    /// <summary>When to call, in words.</summary>
    public string? When { get; set; }

    /// <summary>What must not be done, of <see cref="Unsafe"/>.</summary>
    public List<string> Avoid { get; set; } = []; // a list, because forms are read into the one there is

    /// <summary>What else keeps the person safe.</summary>
    public string? SafetyNote { get; set; }

    /// <summary>Who else may be spoken to, and how to reach them (relevant contacts).</summary>
    public string? Others { get; set; }

    /// <summary>True when there is a number or an address to reach them at.</summary>
    [JsonIgnore]
    public bool HasWay => !string.IsNullOrWhiteSpace(Phone) || !string.IsNullOrWhiteSpace(OtherPhone) || !string.IsNullOrWhiteSpace(Email);

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (!IsPhone(Phone)) yield return new(nameof(Phone), "Reach.PhoneWrong");
        if (!IsPhone(OtherPhone)) yield return new(nameof(OtherPhone), "Reach.PhoneWrong");
        if (!IsEmail(Email)) yield return new(nameof(Email), "Reach.EmailWrong");
        if (Best is { Length: > 0 } && !Ways.Contains(Best, StringComparer.Ordinal)) yield return new(nameof(Best), "Choice.Missing");
        if (Avoid.Except(Unsafe, StringComparer.Ordinal).Any()) yield return new(nameof(Avoid), "Choice.Missing");
    }

    /// <summary>True for nothing, and for what can be dialled.</summary>
    public static bool IsPhone(string? typed)
        => string.IsNullOrWhiteSpace(typed)
            || (typed.All(character => char.IsDigit(character) || " +-()./".Contains(character, StringComparison.Ordinal)) && typed.Count(char.IsDigit) is >= FewestDigits and <= MostDigits);

    /// <summary>True for nothing, and for what looks like an e-mail address.</summary>
    public static bool IsEmail(string? typed)
        => string.IsNullOrWhiteSpace(typed) || (typed.Trim().Length <= LongestEmail && new EmailAddressAttribute().IsValid(typed.Trim()));
}
