using System.Globalization;
using System.Reflection;
using Portal.Accounts.Contracts;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Web;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Jobs;

/// <summary>Once a week tells those who may erase records how many are to be looked at because their time is over. It removes nothing.</summary>
internal sealed class RetentionJob(RecordRetention retention, WithoutRecord withoutRecord, IUsers users, IMessageWriter messages, SiteAddresses addresses, PortalDbContext db) : TenantJob
{
    public override string Id => "signposting.retention";

    public override string TextKey => "Job.Retention";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 30 6 ? * MON";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var due = await retention.CountDueAsync(cancellationToken) + await withoutRecord.CountDueAsync(cancellationToken);
        if (due == 0) return null;
        foreach (var lead in await users.AllowedToAsync(SignpostingPermissions.EraseRecords, cancellationToken))
        {
            messages.Write(new EmailToWrite
            {
                To = lead.Email,
                Language = lead.Language,
                Template = "records-due",
                From = Assembly.GetExecutingAssembly(),
                Values = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["name"] = lead.Name,
                    ["count"] = due.ToString(CultureInfo.InvariantCulture),
                    ["link"] = addresses.Absolute("/workspace/retention", lead.Language),
                },
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{due} records");
    }
}
