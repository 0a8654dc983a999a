using System.Globalization;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services.Course;

/// <summary>A field of a form that can be saved while it is typed.</summary>
/// <param name="Name">How the form names it.</param>
/// <param name="Saved">What is saved now, as the form shows it.</param>
/// <param name="Write">Writes what was typed, cleaned and checked.</param>
internal sealed record TypedField(string Name, string Saved, Action<string> Write)
{
    /// <summary>Key of the words that say what is wrong where <see cref="Fits"/> says no.</summary>
    public string FaultKey { get; init; } = "Field.Long";

    /// <summary>A value for these words.</summary>
    public int Longest { get; init; }

    public Func<string, bool> Fits { get; init; } = _ => true;

    /// <summary>Words of the person or the worker.</summary>
    public static TypedField OfText(string name, string saved, int longest, Action<string> write)
        => new(name, saved, write) { Longest = longest, Fits = typed => typed.Length <= longest };

    /// <summary>A number from 0 to 10, or nothing.</summary>
    public static TypedField OfScore(string name, int? saved, Action<int?> write)
        => new(name, saved?.ToString(CultureInfo.InvariantCulture) ?? "", typed => write(ScoreOf(typed))) { FaultKey = "Field.Score", Fits = typed => typed.Length == 0 || ScoreOf(typed) is not null };

    /// <summary>A day, or nothing.</summary>
    public static TypedField OfDay(string name, DateOnly? saved, Action<DateOnly?> write)
        => new(name, saved?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", typed => write(DayOf(typed))) { FaultKey = "Field.Date", Fits = typed => typed.Length == 0 || DayOf(typed) is not null };

    private static int? ScoreOf(string typed)
        => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && score <= PlanGoal.HighestScore ? score : null;

    private static DateOnly? DayOf(string typed)
        => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2100 ? day : null;
}
