using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Messages.Resources;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Messages;

namespace Portal.Messages.Jobs;

/// <summary>Removes messages a month after they were sent or given up: they hold addresses and links.</summary>
internal sealed class ForgetMessages(PortalDbContext db, TimeProvider clock, IStringLocalizer<MessagesText> texts) : TenantJob
{
    private static readonly TimeSpan kept = TimeSpan.FromDays(30);

    public override string Id => "messages.forget";

    public override string TextKey => "Job.Forget";

    public override Type Resources => typeof(MessagesText);

    public override string Schedule => "0 40 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - kept;
        var gone = await db.Set<OutboxMessage>().Where(message => message.NextAttemptAt == null && message.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
        return gone > 0 ? texts.Count("Job.Forget.Done", gone).Value : null;
    }
}
