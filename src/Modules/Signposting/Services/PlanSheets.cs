using Microsoft.AspNetCore.Http;
using Portal.Accounts.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.Course;
using Portal.Signposting.Services.FollowUps;
using Portal.Signposting.Services.Introductions;

namespace Portal.Signposting.Services;

/// <summary>A plan as the person sees it, on a screen or on paper.</summary>
internal sealed record PlanSheet
{
    /// <summary>Language of everything that is not the person's or the worker's own writing.</summary>
    public required LanguageInfo Language { get; init; }

    /// <summary>Language the plan is written for.</summary>
    public required LanguageInfo WrittenFor { get; init; }

    public required string Name { get; init; }

    public required string Matters { get; init; }

    /// <summary>What the plan holds besides matters and steps.</summary>
    public SheetCourse Course { get; init; } = SheetCourse.Nothing;

    /// <summary>Name of the link worker; null when they have left.</summary>
    public string? WorkerName { get; init; }

    public required DateOnly ChangedOn { get; init; }

    public required IReadOnlyList<StepItem> Steps { get; init; }

    /// <summary>How the introductions to groups stand, by the step.</summary>
    public IReadOnlyDictionary<string, SheetIntroduction> Introductions { get; init; } = new Dictionary<string, SheetIntroduction>(StringComparer.Ordinal);

    /// <summary>What the person says on the plan now.</summary>
    public IReadOnlyList<PersonAnswer> Answers { get; init; } = [];

    /// <summary>Goals of the person's own: id and words.</summary>
    public IReadOnlyList<(string Id, string Text)> Goals { get; init; } = [];

    /// <summary>Address of the page that is shown; null where it is only looked at, and nothing can be said.</summary>
    public string? Address { get; init; }

    public bool CanAnswer => Address is not null;

    public bool IsLarge { get; init; }

    /// <summary>One sentence to a line, with pictures.</summary>
    public bool IsEasy { get; init; }

    /// <summary>True when more was said than is taken in an hour.</summary>
    public bool IsFull { get; init; }

    /// <summary>Id of the goal that was just taken away.</summary>
    public string? GoalTakenAway { get; init; }

    /// <summary>A goal as typed, when something was wrong with it, and the key of what was.</summary>
    public string? TypedGoal { get; init; }

    public string? GoalFault { get; init; }

    /// <summary>Where the dates of all its groups are as a calendar; null when it has no group.</summary>
    public string? CalendarPath => Steps.Select(step => step.Listing?.Slug).OfType<string>().ToList() is { Count: > 0 } slugs ? "/groups/calendar.ics?id=" + string.Join(',', slugs.Select(Uri.EscapeDataString)) : null;

    /// <summary>Number for questions.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>What to do when help is needed now, with the language it is in.</summary>
    public (string Text, LanguageInfo Language)? HelpNow { get; init; }

    public string? HelpNowPhone { get; init; }

    /// <summary>Last day the link works; null where it is only looked at.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Leads back to the page; null where there is no link.</summary>
    public QrCode? Code { get; init; }

    /// <summary>How the link reads in print; null where there is no link.</summary>
    public string? Link { get; init; }

    /// <summary>What the person says of a step.</summary>
    public IReadOnlyList<PersonAnswerKind> SaidOf(string stepId) => [.. Answers.Where(answer => answer.StepId == stepId).Select(answer => answer.Kind).Distinct()];

    /// <summary>Where a button of the page leads.</summary>
    public string AddressOf(string handler, params (string Name, string Value)[] values)
        => Address + QueryString.Create(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value)).Prepend(KeyValuePair.Create("handler", (string?)handler)).Concat(IsLarge ? [KeyValuePair.Create("large", (string?)"true")] : []).Concat(IsEasy ? [KeyValuePair.Create("easy", (string?)"true")] : []));
}

/// <summary>How an introduction stands, for the person.</summary>
/// <param name="Words">What the group says; empty for nothing.</param>
internal sealed record SheetIntroduction(Introduction Introduction, string Words);

/// <summary>Makes what a person sees of a plan.</summary>
internal sealed class PlanSheets(PlanItems items, IntroductionDesk introductions, PersonAnswers answers, FollowUpBook followUps, IUsers users, PrivateText texts, TenantContext tenant, DateWords dates)
{
    /// <summary>The plan in a language, which need not be the reader's: a worker looks at what the person will see.</summary>
    public async Task<PlanSheet> MakeAsync(Plan plan, string language, CancellationToken cancellationToken)
    {
        var worker = await WorkerNameAsync(plan, cancellationToken);
        var said = await answers.OfAsync(plan.Id, cancellationToken);
        return new PlanSheet
        {
            Language = LanguageInfo.Of(language),
            WrittenFor = LanguageInfo.Of(plan.Language),
            Name = plan.Name(texts),
            Matters = plan.Matters(texts),
            Course = SheetCourse.Of(plan, texts) with { Helped = [.. (await followUps.OfAsync(plan.Id, cancellationToken)).Where(noted => noted.IsGood).Select(noted => noted.StepId).Distinct(StringComparer.Ordinal)] },
            WorkerName = worker,
            ChangedOn = dates.DateOf(plan.ChangedAt),
            Steps = await StepsAsync(plan, language, cancellationToken),
            Introductions = (await introductions.OfAsync(plan.Id, cancellationToken)).Where(one => one.Value.ConcernsThePerson)
                .ToDictionary(one => one.Key, one => new SheetIntroduction(one.Value, one.Value.Words(texts)), StringComparer.Ordinal),
            Answers = said,
            Goals = [.. said.Where(answer => answer.Kind == PersonAnswerKind.Goal).Select(answer => (answer.Id, answer.Text(texts)))],
            ContactPhone = tenant.Settings.ContactPhone,
            HelpNow = HelpNowIn(language),
            HelpNowPhone = tenant.Settings.HelpNowPhone,
        };
    }

    /// <summary>Name of the worker who made a plan; null when they have left.</summary>
    public async Task<string?> WorkerNameAsync(Plan plan, CancellationToken cancellationToken)
        => (await users.FindAsync([plan.WorkerId], cancellationToken)).GetValueOrDefault(plan.WorkerId)?.Name;

    /// <summary>Reads the steps as a reader of that language would see them. The culture goes back by itself when this call ends.</summary>
    private async Task<IReadOnlyList<StepItem>> StepsAsync(Plan plan, string language, CancellationToken cancellationToken)
    {
        var before = tenant.Language;
        try
        {
            tenant.Language = language;
            LanguageInfo.Of(language).MakeCurrent();
            return await items.ReadAsync(plan, cancellationToken);
        }
        finally
        {
            tenant.Language = before;
        }
    }

    private (string Text, LanguageInfo Language)? HelpNowIn(string language)
    {
        foreach (var code in tenant.Settings.FallbackChain(language))
        {
            if (tenant.Settings.HelpNowText.TryGetValue(code, out var text) && text.Length > 0) return (text, LanguageInfo.Of(code));
        }

        return null;
    }
}
