using Microsoft.Extensions.Localization;
using Portal.Jobs.Domain;
using Portal.Jobs.Resources;
using Portal.Platform.Languages;

namespace Portal.Jobs.Services;

/// <summary>Says when a job ran and how it went.</summary>
internal sealed class RunWords(IStringLocalizer<JobsText> texts, DateWords dates)
{
    /// <summary>"today, 7 am", "tomorrow, 3:10 am", or the whole date.</summary>
    public string When(DateTimeOffset instant)
    {
        var day = dates.DateOf(instant);
        var key = (day.DayNumber - dates.Today.DayNumber) switch { -1 => "When.Yesterday", 0 => "When.Today", 1 => "When.Tomorrow", _ => null };
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, dates.Zone).DateTime);
        return key is null ? dates.Instant(instant) : texts[key, dates.Time(time)];
    }

    /// <summary>"Less than a second", "4 seconds", "2 minutes".</summary>
    public string Took(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 1 => texts["Took.Moment"],
        < 90 => texts.Count("Took.Seconds", (int)duration.TotalSeconds),
        _ => texts.Count("Took.Minutes", (int)Math.Round(duration.TotalMinutes)),
    };

    /// <summary>The state in a word or two.</summary>
    public string State(JobRunState state) => state switch
    {
        JobRunState.Running => texts["State.Running"],
        JobRunState.Succeeded => texts["State.Succeeded"],
        JobRunState.NothingToDo => texts["State.NothingToDo"],
        JobRunState.Failed => texts["State.Failed"],
        _ => texts["State.Interrupted"],
    };
}
