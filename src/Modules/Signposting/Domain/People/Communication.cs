using System.Text.Json.Serialization;
using Portal.Platform.Web;

namespace Portal.Signposting.Domain.People;

/// <summary>Languages and what the person needs so that they can read, hear and answer (Accessible Information Standard).</summary>
internal sealed record Communication : IPersonSection<Communication>
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Kinds of help, as the standard asks to have them recorded.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["large-print", "easy-read", "braille", "audio", "bsl", "lip-reading", "hearing", "text-relay", "time", "companion"];

    public static PersonSection Section => PersonSection.Communication;

    /// <summary>Language the person reads, one of the tenant's.</summary>
    public string? Reads { get; set; }

    /// <summary>Languages the person speaks, in words.</summary>
    public string? Speaks { get; set; }

    /// <summary><see cref="Yes"/> or <see cref="No"/>; null while nobody asked.</summary>
    public string? Interpreter { get; set; }

    /// <summary>Which interpreter: the language, a woman or a man, by phone or in the room.</summary>
    public string? InterpreterKind { get; set; }

    /// <summary>What the person needs, of <see cref="Kinds"/>.</summary>
    public List<string> Needs { get; set; } = [];

    /// <summary>What else to know.</summary>
    public string? Note { get; set; }

    /// <summary>When to ask again whether this still holds.</summary>
    public TypedDate ReviewOn { get; set; } = new();

    /// <summary>True when there is something to think of before contacting the person.</summary>
    [JsonIgnore]
    public bool IsNeeded => Interpreter == Yes || Needs.Count > 0 || Note is { Length: > 0 };

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (Interpreter is { Length: > 0 } and not (Yes or No)) yield return new(nameof(Interpreter), "Choice.Missing");
        if (Needs.Except(Kinds, StringComparer.Ordinal).Any()) yield return new(nameof(Needs), "Choice.Missing");
        if (!ReviewOn.IsEmpty && ReviewOn.Value is null) yield return new(nameof(ReviewOn), "Date.Wrong");
    }
}
