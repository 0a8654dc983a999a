using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Messages.Contracts;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Referrals;

/// <summary>
/// Letters to professionals who refer. Nothing in them tells of the person: the reference is all. Who refers themselves gets
/// none: nobody has read yet whether a letter is safe.
/// </summary>
internal sealed class ReferralMail(IMessageWriter messages, IStringLocalizer<ReferralText> words)
{
    /// <summary>Thanks for a referral; the caller saves.</summary>
    public void Received(Referral referral, ReferralContent content) => Write("referral-received", referral, content, []);

    /// <summary>Says that the team has taken it on; the caller saves.</summary>
    public void Accepted(Referral referral, ReferralContent content) => Write("referral-accepted", referral, content, []);

    /// <summary>Says that the team has not, and why; the caller saves.</summary>
    public void Declined(Referral referral, ReferralContent content)
        => Write("referral-declined", referral, content, [("reason", InLanguage(referral.Language, () => words["Decline.Reason." + referral.DeclinedFor]))]);

    private void Write(string template, Referral referral, ReferralContent content, IEnumerable<(string Name, string Value)> values)
    {
        if (referral.Source == ReferralSource.Self || content.Referrer?.Email is not { Length: > 0 } to) return;
        messages.Write(new EmailToWrite
        {
            To = to,
            Language = referral.Language,
            Template = template,
            From = typeof(ReferralMail).Assembly,
            Values = values.Append(("reference", referral.Reference)).Append(("name", content.Referrer.Name ?? "")).ToDictionary(value => value.Item1, value => value.Item2, StringComparer.Ordinal),
            ForgetWhenSent = true,
        });
    }

    private static string InLanguage(string language, Func<string> write)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            LanguageInfo.Of(language).MakeCurrent();
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
