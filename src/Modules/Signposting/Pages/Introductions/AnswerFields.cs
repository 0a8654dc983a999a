using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Introductions;

/// <summary>The fields that belong to an answer of one kind. Named as the property of the page that holds them.</summary>
internal sealed record AnswerForm(IntroductionState Kind, AnswerFields Answer, DateOnly Today);

/// <summary>What a group answers, as typed into a form.</summary>
internal sealed class AnswerFields
{
    private const int MonthsAhead = 12;
    private const string MonthFormat = "yyyy-MM";

    public string? Words { get; set; }

    public string? Weeks { get; set; }

    public CannotReason? Reason { get; set; }

    /// <summary>Month in which there may be room again: <c>2027-03</c>.</summary>
    public string? Until { get; set; }

    /// <summary>The coming months.</summary>
    public static IReadOnlyList<SelectListItem> Months(DateOnly today)
        => [new("", ""), .. Enumerable.Range(1, MonthsAhead).Select(ahead => new DateOnly(today.Year, today.Month, 1).AddMonths(ahead)).Select(month => new SelectListItem(month.ToString("MMMM yyyy", CultureInfo.CurrentCulture), Code(month)))];

    public static IReadOnlyList<SelectListItem> Reasons(IStringLocalizer<IntroductionText> texts)
        => [.. Enum.GetNames<CannotReason>().Select(name => new SelectListItem(texts["Answer.Reason." + name], name))];

    public static AnswerFields Of(GroupAnswer? answer) => answer is null ? new AnswerFields() : new AnswerFields
    {
        Words = answer.Words,
        Weeks = answer.Weeks?.ToString(CultureInfo.InvariantCulture),
        Reason = answer.Reason,
        Until = answer.FullUntil is { } month ? Code(month) : null,
    };

    /// <summary>Reads what belongs to an answer of one kind, and says beside the field what is wrong; null when something is.</summary>
    public GroupAnswer? Read(IntroductionState kind, ModelStateDictionary errors, string prefix, DateOnly today, IStringLocalizer<IntroductionText> texts)
    {
        var words = TypedTexts.Clean(Words);
        if (words.Length > Introduction.LongestWords) Fault(nameof(Words), "Answer.WordsLong", Introduction.LongestWords);
        GroupAnswer? answer = kind switch
        {
            IntroductionState.Accepted => ReadAccepted(words),
            IntroductionState.WaitingList => new GroupAnswer(kind, null, ReadWeeks(), null, words),
            IntroductionState.Cannot => ReadCannot(words),
            _ => null,
        };
        return errors.IsValid ? answer : null;

        GroupAnswer ReadAccepted(string said)
        {
            if (said.Length == 0) Fault(nameof(Words), "Answer.AcceptWordsMissing");
            return new GroupAnswer(kind, null, null, null, said);
        }

        int? ReadWeeks()
        {
            if (string.IsNullOrWhiteSpace(Weeks)) return null;
            if (int.TryParse(Weeks.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks is >= 1 and <= Introduction.LongestWait) return weeks;
            Fault(nameof(Weeks), "Answer.WeeksUnclear", Introduction.LongestWait);
            return null;
        }

        GroupAnswer? ReadCannot(string said)
        {
            if (Reason is not { } reason || !Enum.IsDefined(reason))
            {
                Fault(nameof(Reason), "Answer.ReasonMissing");
                return null;
            }

            DateOnly? until = null;
            if (reason == CannotReason.Full)
            {
                until = Months(today).Skip(1).Any(month => month.Value == Until) ? DateOnly.ParseExact(Until!, MonthFormat, CultureInfo.InvariantCulture) : null;
                if (until is null) Fault(nameof(Until), "Answer.FullMissing");
            }

            if (reason == CannotReason.Other && said.Length == 0) Fault(nameof(Words), "Answer.WordsMissing");
            return new GroupAnswer(kind, reason, null, until, said);
        }

        void Fault(string field, string key, params object[] arguments) => errors.AddModelError($"{prefix}.{field}", texts[key, arguments]);
    }

    private static string Code(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);
}
