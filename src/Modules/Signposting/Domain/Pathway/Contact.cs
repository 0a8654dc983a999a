namespace Portal.Signposting.Domain.Pathway;

/// <summary>That somebody tried to reach a person, and what came of it.</summary>
/// <param name="How">Of <see cref="Ways"/>.</param>
/// <param name="Result">Of <see cref="Results"/>.</param>
/// <param name="Note">What was said; empty for none.</param>
internal sealed record Contact(DateOnly On, string How, string Result, string Note)
{
    /// <summary>The one result that ends the wait for a first contact.</summary>
    public const string Reached = "reached";

    public const string WrongNumber = "wrong-number";
    public const string Sent = "sent";

    /// <summary>Ways to get in touch.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["call", "text", "email", "letter", "visit", "online"];

    /// <summary>What can come of it; only the first is a successful contact.</summary>
    public static IReadOnlyList<string> Results { get; } = [Reached, "no-answer", "message", Sent, WrongNumber, "not-come"];
}
