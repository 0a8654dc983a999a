using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services.Websites;

/// <summary>Websites of groups to which readers do not get, in the queue.</summary>
internal sealed class WebsiteSource(PortalDbContext db, WebsiteChecks checks, TenantContext tenant, IStringLocalizer<WebsiteText> texts) : IModerationSource
{
    public const string Name = "website";

    public string Kind => Name;

    public int Order => 45;

    public Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken) => Waiting(filter).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken)
    {
        var rows = await Waiting(filter).OrderBy(check => check.FailingSince).ThenBy(check => check.ListingId).Take(most)
            .Join(
                db.Set<Listing>(), check => check.ListingId, listing => listing.Id,
                (check, listing) => new
                {
                    listing.Id,
                    Title = listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(),
                    listing.Culture,
                    check.Failure,
                    check.Address,
                    check.FailingSince,
                })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ModerationRow(
                Name, row.Id, 0, row.Title, row.Culture, texts["Who"], row.FailingSince!.Value, texts["Failure." + row.Failure], tenant.Language, "/manage/moderation/websites/" + row.Id)),
        ];
    }

    /// <summary>None of them: somebody has to look at each.</summary>
    public Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    private IQueryable<WebsiteCheck> Waiting(ModerationFilter filter)
    {
        var waiting = checks.Current().Where(check => check.Failures >= WebsiteCheck.TriesBeforeTold);
        if (filter.Only is { } only) waiting = waiting.Where(check => only.Contains(check.ListingId));
        return filter.Except.Count == 0 ? waiting : waiting.Where(check => !filter.Except.Contains(check.ListingId));
    }
}
