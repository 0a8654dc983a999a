using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Jobs;

/// <summary>Writes to moderators in the morning when something waits for them, once a day and in their language.</summary>
internal sealed class ModerationDigest(
    PortalDbContext db, ModerationQueue queue, Assignments assignments, IMessageWriter messages, SiteAddresses addresses, DateWords dates, TenantContext tenant,
    IStringLocalizer<ModerationText> texts) : TenantJob
{
    /// <summary>Name of the setting that holds the day of the last letter.</summary>
    public const string LastSent = "directory.moderation-digest";

    public override string Id => "directory.moderation-digest";

    public override string TextKey => "Job.ModerationDigest";

    public override Type Resources => typeof(DirectoryText);

    public override string Schedule => "0 30 7 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var today = dates.Today.ToString("O", CultureInfo.InvariantCulture);
        if (await Setting.ReadAsync(db, LastSent, "", cancellationToken) == today) return null;
        var waiting = (await queue.CountsAsync(cancellationToken)).Where(kind => kind.Count > 0).ToList();
        if (waiting.Count == 0) return null;

        var moderators = await assignments.ModeratorsAsync(cancellationToken);
        foreach (var moderator in moderators)
        {
            var language = tenant.Settings.Languages.Contains(moderator.Language, StringComparer.Ordinal) ? moderator.Language : tenant.Settings.DefaultLanguage;
            messages.Write(new EmailToWrite
            {
                To = moderator.Email,
                Language = language,
                Template = "moderation-digest",
                From = Assembly.GetExecutingAssembly(),
                Values = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["name"] = moderator.Name,
                    ["count"] = waiting.Sum(kind => kind.Count).ToString(CultureInfo.InvariantCulture),
                    ["list"] = LanguageInfo.Of(language).Say(() => string.Join(", ", waiting.Select(kind => $"{texts["Kind." + kind.Kind].Value}: {kind.Count.ToString(CultureInfo.InvariantCulture)}"))),
                    ["link"] = addresses.Absolute("/manage/moderation", language),
                },
            });
        }

        await Setting.WriteAsync(db, LastSent, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return moderators.Count > 0 ? texts["Job.Digest.Done", moderators.Count].Value : null;
    }
}
