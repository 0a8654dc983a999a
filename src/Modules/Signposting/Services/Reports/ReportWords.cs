using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Services.Reports;

/// <summary>What the values of measures, and periods, are called in the reader's language.</summary>
internal sealed class ReportWords(
    IStringLocalizer<ReportText> words, IStringLocalizer<ReferralText> referrals, IStringLocalizer<PathwayText> pathway, IStringLocalizer<PeopleText> people, IStringLocalizer<FollowUpText> followUps, PathwayWords way, TenantContext tenant)
{
    private static System.Globalization.CultureInfo Culture => Thread.CurrentThread.CurrentCulture;

    /// <summary>"October 2026", "July to September 2026", "2026", "April 2025 to March 2026".</summary>
    public string Name(ReportPeriod period) => period.Kind switch
    {
        PeriodKind.Month => Month(period.From),
        PeriodKind.Year => period.From.ToString("yyyy", Culture),
        PeriodKind.Quarter => words["Period.Quarter", period.From.ToString("MMMM", Culture), Month(period.To)],
        PeriodKind.FinancialYear => words["Period.Financial", Month(period.From), Month(period.To)],
        _ => words["Period.Five", Month(period.From), Month(period.To)],
    };

    /// <summary>What a value of a measure is called.</summary>
    public string Value(string measure, string value, PathwaySettings settings, Func<string, string?> kinds)
    {
        if (value == Measure.Unknown) return words["Unknown"];
        return measure switch
        {
            Measure.Referrals => referrals["Source." + value],
            Measure.ContactsByWay => pathway["How." + value],
            Measure.ContactsByResult => pathway["Result." + value],
            Measure.InStage or Measure.MovedTo or Measure.MovedFrom => settings.Stages.FirstOrDefault(stage => stage.Key == value) is { } stage ? way.Name(stage) : value,
            Measure.Ended => way.Reason(settings, value),
            Measure.Attended => followUps["Attended." + (value == Measure.Yes ? "Yes" : "No")],
            Measure.DidHelp => followUps["Helped." + value],
            Measure.Sex => people["Background.Sex." + value],
            Measure.Ethnicity => people["Background.EthnicGroup." + value],
            Measure.Language => LanguageInfo.Find(value)?.NameIn(LanguageInfo.Of(tenant.Language)) ?? value,
            Measure.Age => Age(value),
            Measure.Deprivation => value switch { "1" => words["Tenth.Most", value], "10" => words["Tenth.Least", value], _ => words["Tenth", value] },
            Measure.UnmetKinds => kinds(value) ?? words["Unmet.AnyKind"],
            Measure.UnmetAreas => value == Directory.Contracts.UnmetCount.Any ? words["Unmet.AnyArea"] : value,
            _ => words[$"Value.{measure}.{value}"],
        };
    }

    private string Age(string band) => band switch
    {
        "0-17" => words["Age.Under", 18],
        "90+" => words["Age.Over", 90],
        _ => words["Age.Band", band[..2], band[^2..]],
    };

    private static string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);
}
