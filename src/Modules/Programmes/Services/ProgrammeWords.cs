using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Programmes.Resources;

namespace Portal.Programmes.Services;

/// <summary>Says how long a programme takes, in the reader's language.</summary>
internal sealed class ProgrammeWords(IStringLocalizer<ProgrammesText> texts)
{
    /// <summary>"2 hours", "1 hour 30 minutes", "8 sessions of 3 hours".</summary>
    public string Length(int minutes, int sessions)
        => sessions == 1 ? Session(minutes) : texts["Length.Several", texts.Count("Length.Sessions", sessions).Value, Session(minutes)];

    private string Session(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, 60);
        if (hours == 0) return texts.Count("Length.Minutes", rest);
        return rest == 0 ? texts.Count("Length.Hours", hours) : texts["Length.HoursAndMinutes", texts.Count("Length.Hours", hours).Value, texts.Count("Length.Minutes", rest).Value];
    }
}
