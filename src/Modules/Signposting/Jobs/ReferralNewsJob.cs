using System.Globalization;
using Portal.Platform.Jobs;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Jobs;

/// <summary>Tells those who read one letter a day which referrals have arrived. What was told is marked in the same transaction, so a second run finds nothing to do.</summary>
internal sealed class ReferralNewsJob(ReferralNewsLetters letters) : TenantJob
{
    public override string Id => "signposting.referral-news";

    public override string TextKey => "Job.ReferralNews";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 0 7 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
        => await letters.WriteOfTheDayAsync(cancellationToken) is > 0 and var count ? string.Create(CultureInfo.InvariantCulture, $"{count} referrals") : null;
}
