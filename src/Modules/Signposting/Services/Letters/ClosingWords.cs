using Microsoft.Extensions.Localization;
using Portal.Messages.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.FollowUps;

namespace Portal.Signposting.Services.Letters;

/// <summary>Writes the letter that sums up what a worker and a person did together, from the plan, in any of the tenant's languages.</summary>
internal sealed class ClosingWords(PlanItems items, FollowUpBook followUps, PrivateText texts, IStringLocalizer<LetterText> words, TenantContext tenant)
{
    /// <param name="ownWords">Words of the worker; empty for none.</param>
    /// <param name="worker">Name of the worker; null when they have left.</param>
    public async Task<IReadOnlyList<LetterLine>> LinesAsync(Plan plan, string language, string ownWords, string? worker, CancellationToken cancellationToken)
    {
        var steps = await StepsAsync(plan, language, cancellationToken);
        var helped = (await followUps.OfAsync(plan.Id, cancellationToken)).Where(noted => noted.DidHelp is not null).GroupBy(noted => noted.StepId, StringComparer.Ordinal).ToDictionary(step => step.Key, step => step.Last().DidHelp!.Value, StringComparer.Ordinal);
        return LanguageInfo.Of(language).Say(() => (IReadOnlyList<LetterLine>)[.. Write(plan, steps, helped, ownWords, worker, LanguageInfo.Of(language))]);
    }

    /// <summary>What a text says when the talks have ended: nothing of health, and no name.</summary>
    public string Text(string language)
        => LanguageInfo.Of(language).Say(() => string.Join(' ', new[] { words["Text.Closing"].Value, tenant.Settings.ContactPhone is { Length: > 0 } phone ? words["Text.Questions", phone].Value : null }.OfType<string>()));

    private IEnumerable<LetterLine> Write(Plan plan, IReadOnlyList<StepItem> steps, Dictionary<string, Helped> helped, string ownWords, string? worker, LanguageInfo language)
    {
        yield return Paragraph(words["Letter.Hello", Bidi.Isolate(plan.Name(texts), language)]);
        yield return Paragraph(words["Letter.Intro"]);
        if (ownWords.Length > 0) yield return Paragraph(ownWords);
        foreach (var line in Part("Letter.Matters", new[] { plan.Matters(texts), plan.Hopes(texts) }.Where(text => text.Length > 0).Select(Paragraph))) yield return line;
        foreach (var line in Part("Letter.Goals", plan.GoalsInOrder.Select(goal => Item(goal.Outcome(texts) is { Length: > 0 } outcome ? $"{goal.Words(texts)}: {outcome}" : goal.Words(texts))))) yield return line;
        foreach (var line in Part("Letter.Steps", steps.Where(step => step.Title is not null).Select(step => Item(StepLine(step.Title!, helped.TryGetValue(step.Id, out var how) ? how : null))))) yield return line;
        foreach (var line in Part("Letter.HardDay", plan.Strengths(texts) is { Length: > 0 } strengths ? [Paragraph(strengths)] : [])) yield return line;
        yield return Paragraph(words["Letter.Come"]);
        if (tenant.Settings.ContactPhone is { Length: > 0 } phone) yield return Paragraph(words["Letter.Ring", Bidi.Isolate(phone, language)]);
        yield return Paragraph(worker is null ? tenant.Settings.Name : words["Letter.Bye", worker, tenant.Settings.Name]);
    }

    private string StepLine(string title, Helped? how) => how switch
    {
        Helped.ALot => words["Letter.HelpedALot", title],
        Helped.ALittle => words["Letter.HelpedALittle", title],
        // What did not help is not held against anybody in a letter of goodbye.
        _ => title,
    };

    private IEnumerable<LetterLine> Part(string heading, IEnumerable<LetterLine> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : all.Prepend(new LetterLine(LetterLineKind.Heading, words[heading]));
    }

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

    private static LetterLine Paragraph(string text) => new(LetterLineKind.Paragraph, text);

    private static LetterLine Item(string text) => new(LetterLineKind.Item, text);
}
