namespace Portal.Directory.Typed;

/// <summary>The first day after a break, as typed.</summary>
internal static class TypedRestart
{
    /// <summary>Key, among the texts for volunteers, of a date that cannot be read.</summary>
    public const string Unclear = "When.DateUnclear";

    /// <summary>Further off than this is a slip in the year.</summary>
    private const int FarthestMonths = 18;

    /// <summary>Reads it. Nothing typed means that nobody knows the day yet.</summary>
    /// <returns>The day, or the key of what is wrong with it: <see cref="Unclear"/>, or one among the texts about breaks.</returns>
    public static (DateOnly? Date, string? Fault) Read(string? typed, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, null);
        if (WrittenDate.Parse(typed) is not { } date) return (null, Unclear);
        if (date <= today) return (null, "Running.DatePast");
        return date > today.AddMonths(FarthestMonths) ? (null, "Running.DateFar") : (date, null);
    }
}
