using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Letters;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Letters;

/// <summary>A safe way to a person.</summary>
/// <param name="IsText">A text message; else an e-mail.</param>
internal sealed record SafeWay(string To, bool IsText);

/// <summary>Writes reminders of steps to people, in their language, by the way that is safe for them. They name no group and nothing of health.</summary>
internal sealed class Reminders(PortalDbContext db, PlanItems items, IMessageWriter messages, PrivateText texts, IStringLocalizer<LetterText> words, DateWords dates, TenantContext tenant)
{
    private const int DaysAhead = 7;

    /// <summary>The way to remind the person of a plan; null where none is safe, or something has to be thought of that no program can.</summary>
    public async Task<SafeWay?> WayToAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (plan.PersonId is null || await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == plan.PersonId, cancellationToken) is not { ClosedAt: null } person) return null;
        if (person.Consents(texts).Present("record") is null && person.Consents(texts).Items.Any(consent => consent.Scope == "record")) return null;
        var safe = SafeContact.Of(person.Read<Reach>(texts));
        if (safe.Note is not null) return null;
        var byText = safe.Mobile is { } mobile && await messages.CanTextAsync(cancellationToken) ? new SafeWay(mobile, IsText: true) : null;
        var byEmail = safe.Email is { } email ? new SafeWay(email, IsText: false) : null;
        return safe.Best == "email" ? byEmail ?? byText : byText ?? byEmail;
    }

    /// <summary>Writes the reminder of a step; the caller saves.</summary>
    public async Task WriteAsync(Plan plan, PlanStep step, SafeWay way, CancellationToken cancellationToken)
    {
        var language = tenant.Settings.Languages.Contains(plan.Language, StringComparer.Ordinal) ? plan.Language : tenant.Settings.DefaultLanguage;
        var item = await ItemAsync(plan, step.Id, language, cancellationToken);
        LanguageInfo.Of(language).Say(() => Write(plan, item, way, language));
    }

    private bool Write(Plan plan, StepItem item, SafeWay way, string language)
    {
        var next = item.Listing?.NextDates.FirstOrDefault(date => date.Date >= dates.Today && date.Date <= dates.Today.AddDays(DaysAhead));
        var when = next is not null ? $"{dates.Day(next.Date)}, {dates.Time(next.Start)}" : null;
        var questions = tenant.Settings.ContactPhone is { Length: > 0 } phone ? words["Text.Questions", phone].Value : null;
        var reminder = when is null ? words["Remind.Text"].Value : words["Remind.TextDay", when].Value;
        if (way.IsText) messages.Write(new TextToWrite { About = plan.Id, To = way.To, Language = language, Text = string.Join(' ', new[] { reminder, questions }.OfType<string>()) });
        else
        {
            messages.Write(new LetterToWrite
            {
                About = plan.Id,
                To = way.To,
                Language = language,
                Subject = words["Remind.Subject"],
                IsQuiet = true,
                Lines =
                [
                    new(LetterLineKind.Paragraph, words["Remind.Body", plan.Name(texts), string.Join(", ", new[] { item.Title, when }.OfType<string>())]),
                    .. questions is null ? Array.Empty<LetterLine>() : [new LetterLine(LetterLineKind.Paragraph, questions)],
                ],
            });
        }

        return true;
    }

    private async Task<StepItem> ItemAsync(Plan plan, string stepId, string language, CancellationToken cancellationToken)
    {
        var before = tenant.Language;
        try
        {
            tenant.Language = language;
            LanguageInfo.Of(language).MakeCurrent();
            return (await items.ReadAsync(plan, cancellationToken)).First(item => item.Id == stepId);
        }
        finally
        {
            tenant.Language = before;
        }
    }
}
