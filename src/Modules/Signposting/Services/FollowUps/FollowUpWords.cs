using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.FollowUps;

/// <summary>Says in words what was noted.</summary>
internal sealed class FollowUpWords(IStringLocalizer<FollowUpText> words, DateWords dates)
{
    /// <summary>"24 November 2026: They went. It helped a lot."</summary>
    public string Say(FollowUp noted)
    {
        var parts = new List<string>();
        if (noted.Attended == true) parts.Add(words["Said.Went"]);
        else if (noted.Attended == false) parts.Add(noted.Reason is { } reason ? words["Said.DidNotBecause", words["Reason." + reason].Value] : words["Said.DidNot"]);
        if (noted.DidHelp is { } helped) parts.Add(words["Said.Helped." + helped]);
        return $"{dates.Date(dates.DateOf(noted.At))}: {string.Join(' ', parts)}";
    }
}
