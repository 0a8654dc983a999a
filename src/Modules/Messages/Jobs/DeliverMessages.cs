using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Messages.Resources;
using Portal.Messages.Services;
using Portal.Platform.Jobs;

namespace Portal.Messages.Jobs;

/// <summary>Delivers waiting messages each minute.</summary>
internal sealed class DeliverMessages(OutboxDelivery outbox, IStringLocalizer<MessagesText> texts) : TenantJob
{
    public override string Id => "messages.deliver";

    public override string TextKey => "Job.Deliver";

    public override Type Resources => typeof(MessagesText);

    public override string Schedule => "0 * * * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
        => await outbox.RunAsync(cancellationToken) is { Tried: > 0 } done ? texts["Job.Deliver.Done", done.Sent, done.Tried].Value : null;
}
