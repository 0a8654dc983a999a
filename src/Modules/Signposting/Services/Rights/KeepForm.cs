using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Rights;

/// <summary>Reads until when something is kept longer, and why.</summary>
internal sealed class KeepForm(DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words)
{
    private const int LongestReason = 500;

    /// <summary>What was typed; null when something is wrong, which is then said beside the field.</summary>
    public (DateOnly Until, string Reason)? Read(TypedDate until, string? reason, ModelStateDictionary errors)
    {
        var (day, why, before) = (until.Value, TypedTexts.Clean(reason), errors.ErrorCount);
        if (day is null) errors.AddModelError("Until", people["Date.Wrong"]);
        else if (day <= dates.Today || day > dates.Today.AddYears(RetentionSettings.Most)) errors.AddModelError("Until", words["Keep.UntilWrong", RetentionSettings.Most]);
        if (why.Length is 0 or > LongestReason) errors.AddModelError("Reason", words["Keep.ReasonMissing", LongestReason]);
        return errors.ErrorCount > before ? null : (day!.Value, why);
    }
}
