using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Feeds that broke, and feeds whose last reading waits for somebody, in the moderators' queue: nobody looks at what is fetched by itself.</summary>
internal sealed class FeedsToLookAt(PortalDbContext db, FaultWords words, CurrentActor actor, IPermissions permissions, IStringLocalizer<ImportText> texts) : IModerationSource
{
    public string Kind => "feed";

    public int Order => 40;

    public async Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken) => (await ReadAsync(filter, cancellationToken)).Count;

    public async Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken)
        => [.. (await ReadAsync(filter, cancellationToken)).OrderBy(row => row.Since).Take(most)];

    /// <summary>None of them: somebody has to look at each.</summary>
    public Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>There are few feeds, so all are read. Who may not open them is not told of them; a job, which has no user, is.</summary>
    private async Task<List<ModerationRow>> ReadAsync(ModerationFilter filter, CancellationToken cancellationToken)
    {
        if (actor.User is { } user && !await permissions.HasAsync(user, OpenReferralModule.ManageImports)) return [];
        var feeds = await db.Set<ImportSource>().AsNoTracking().Where(source => source.Address != null)
            .Select(source => new { source, Last = db.Set<ImportRun>().Where(run => run.SourceId == source.Id).OrderByDescending(run => run.StartedAt).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return
        [
            .. feeds.Where(feed => feed.Last is { State: RunState.Failed or RunState.Review } && filter.Only?.Contains(feed.source.Id) != false && !filter.Except.Contains(feed.source.Id))
                .Select(feed => RowOf(feed.source, feed.Last!)),
        ];
    }

    private ModerationRow RowOf(ImportSource source, ImportRun last) => new(
        Kind, source.Id, 0, source.Name, source.Language, source.Publisher ?? new Uri(source.Address!).Host, last.StartedAt,
        words.Failure(last) ?? texts["State.Review"].Value, CultureInfo.CurrentUICulture.Name, "/manage/imports/runs/" + last.Id);
}
