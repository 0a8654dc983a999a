using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Jobs;

/// <summary>Clears away referrals that were begun and not sent in time, and the addresses of the forms of those that were.</summary>
internal sealed class ReferralDraftsJob(PortalDbContext db, TimeProvider clock) : TenantJob
{
    public override string Id => "signposting.clear-drafts";

    public override string TextKey => "Job.ClearDrafts";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 20 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var drafts = await db.Set<Referral>().Where(referral => referral.Stage == ReferralStage.Draft && referral.DraftUntil <= now).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Referral>().Where(referral => referral.CodeHash != null && referral.DraftUntil <= now)
            .ExecuteUpdateAsync(change => change.SetProperty(referral => referral.CodeHash, (string?)null), cancellationToken);
        return drafts == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{drafts} referrals");
    }
}
