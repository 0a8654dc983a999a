using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Introductions;

/// <summary>What a group is told, word for word, and what it answered, in words.</summary>
internal sealed class IntroductionWords(IStringLocalizer<IntroductionText> texts, DateWords dates, TenantContext tenant)
{
    /// <summary>The lines a group reads, in a language. The same ones are shown to the worker before anything is sent.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="worker">Name of the link worker.</param>
    public IReadOnlyList<string> Letter(IntroductionLetter letter, string group, string? worker, string language) => LanguageInfo.Of(language).Say(() =>
    {
        var lines = new List<string>
        {
            worker is null ? texts["Letter.HelloUs", tenant.Settings.Name, group] : texts["Letter.Hello", worker, tenant.Settings.Name, group],
            texts["Letter.Name", letter.Name],
            texts["Letter.Language", LanguageInfo.Find(letter.Language)?.NameIn(LanguageInfo.Of(language)) ?? letter.Language],
            texts["Letter.Reach", letter.Reach],
        };
        if (letter.Note.Length > 0) lines.Add(texts["Letter.Note", letter.Note]);
        return (IReadOnlyList<string>)lines;
    });

    /// <summary>How an introduction stands, for the worker: "They look forward to it." The group's own words come beside it.</summary>
    public string State(Introduction introduction) => introduction.ClosedAt is not null ? texts["State.Closed"] : introduction.State switch
    {
        IntroductionState.Waiting => texts[introduction.ByPhone ? "State.ToRing" : introduction.NudgedAt is null ? "State.Waiting" : "State.Nudged"],
        IntroductionState.WaitingList => introduction.Weeks is { } weeks ? texts.Count("State.WaitingListWeeks", weeks) : texts["State.WaitingList"],
        IntroductionState.Cannot => Cannot("State", introduction),
        var other => texts["State." + other],
    };

    /// <summary>The same for the person, in plain words.</summary>
    public string ForThePerson(Introduction introduction) => introduction.State switch
    {
        IntroductionState.WaitingList => introduction.Weeks is { } weeks ? texts.Count("Person.WaitingListWeeks", weeks) : texts["Person.WaitingList"],
        IntroductionState.Cannot => Cannot("Person", introduction),
        var other => texts["Person." + other],
    };

    private string Cannot(string key, Introduction introduction)
        => introduction is { Reason: CannotReason.Full, FullUntil: { } until } ? texts[key + ".CannotFullUntil", dates.Date(until)] : texts[$"{key}.Cannot.{introduction.Reason}"];
}
