using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;

namespace Portal.Accounts.Jobs;

/// <summary>Removes one-time links a day after they ran out.</summary>
internal sealed class ForgetLinks(PortalDbContext db, TimeProvider clock, IStringLocalizer<AccountsText> texts) : TenantJob
{
    public override string Id => "accounts.forget-links";

    public override string TextKey => "Job.ForgetLinks";

    public override Type Resources => typeof(AccountsText);

    public override string Schedule => "0 50 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1);
        var gone = await db.Set<SignInLink>().Where(link => link.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
        return gone > 0 ? texts.Count("Job.ForgetLinks.Done", gone).Value : null;
    }
}
