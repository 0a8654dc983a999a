using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Groups of which nobody has said for long that their pages are right, and those that it is time to ask and nobody can be asked about, in the queue.</summary>
internal sealed class StaleSource(PortalDbContext db, FreshnessReader reader, StillRightLetters letters, StaleDecisions decisions, DateWords dates, IStringLocalizer<FreshnessText> texts) : IModerationSource
{
    public const string Name = "stale";

    public string Kind => Name;

    public int Order => 60;

    public async Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken) => await (await WaitingAsync(filter, cancellationToken)).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken)
    {
        var rule = await reader.ReadAsync(cancellationToken);
        var waiting = await (await WaitingAsync(filter, cancellationToken)).Select(listing => new { listing.Id, listing.Slug, listing.Culture, listing.Revision, listing.AssuredOn, listing.AddedAt, listing.BackOn, listing.Places }).ToListAsync(cancellationToken);
        var oldest = waiting.Select(listing => (Listing: listing, Facts: reader.FactsOf(listing.AssuredOn, listing.AddedAt, listing.BackOn, listing.Places)))
            .OrderBy(one => rule.Since(one.Facts)).ThenBy(one => one.Listing.Id, StringComparer.Ordinal).Take(most).ToList();
        var ids = oldest.ConvertAll(one => one.Listing.Id);
        var said = await db.Set<Listing>().AsNoTracking().Where(listing => ids.Contains(listing.Id)).Select(listing => new
        {
            listing.Id,
            Title = listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(),
            Keeper = listing.Maintainers.OrderBy(maintainer => maintainer.Email).Select(maintainer => maintainer.Email).FirstOrDefault(),
            Asked = db.Set<ListingFreshness>().Where(row => row.ListingId == listing.Id).Select(row => new { row.AskedOn, row.TimesAsked }).FirstOrDefault(),
        }).ToDictionaryAsync(one => one.Id, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. oldest.Select(one => new ModerationRow(
                Name, one.Listing.Id, one.Listing.Revision, said[one.Listing.Id].Title, one.Listing.Culture, said[one.Listing.Id].Keeper ?? texts["Stale.NobodyKeeps"].Value,
                reader.StartOf(rule.Since(one.Facts).AddDays((rule.StateOf(one.Facts) == FreshnessState.Due ? rule.Settings.AskAfterDays : rule.Settings.StaleAfterDays) + 1)),
                Gist(one.Facts, said[one.Listing.Id].Asked?.AskedOn), Thread.CurrentThread.CurrentUICulture.Name, "/manage/moderation/stale/" + one.Listing.Slug)),
        ];
    }

    /// <summary>That a page is right is for a person to find out, one by one. Sent back means asked again, with the moderator's words.</summary>
    public async Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        if (decision.Approve) return done;
        foreach (var (id, _) in chosen)
        {
            if (await letters.WriteNowAsync(id, decision.Message, cancellationToken) && await decisions.PutOffAsync(id, cancellationToken)) done.Add(id);
        }

        return done;
    }

    private string Gist(FreshnessFacts facts, DateOnly? askedOn)
        => (facts.AssuredOn is { } assured ? texts["Stale.Last", dates.Ago(assured)] : texts["Stale.Never"]) + " " + (askedOn is { } asked ? texts["Stale.Asked", dates.Ago(asked)] : texts["Stale.NotAsked"]);

    private async Task<IQueryable<Listing>> WaitingAsync(ModerationFilter filter, CancellationToken cancellationToken)
    {
        var rule = await reader.ReadAsync(cancellationToken);
        var (today, asks) = (rule.Today, rule.Settings.AsksPublishedAddresses);
        var stale = db.Set<Listing>().AsNoTracking().Where(listing => listing.Published).Where(rule.SilentFor(rule.Settings.StaleAfterDays, reader.StartOf));
        var due = db.Set<Listing>().AsNoTracking().Where(listing => listing.Published).Where(rule.SilentFor(rule.Settings.AskAfterDays, reader.StartOf))
            .Where(listing => listing.Maintainers.Count == 0 && (!asks || listing.ContactPrivate || listing.ContactEmail == null));
        var waiting = db.Set<Listing>().AsNoTracking().Where(rule.Settled(reader.StartOf)).Where(listing => stale.Any(one => one.Id == listing.Id) || due.Any(one => one.Id == listing.Id))
            .Where(listing => !db.Set<ListingFreshness>().Any(row => row.ListingId == listing.Id && row.PutOffUntil > today));
        if (filter.Only is { } only) waiting = waiting.Where(listing => only.Contains(listing.Id));
        return filter.Except.Count == 0 ? waiting : waiting.Where(listing => !filter.Except.Contains(listing.Id));
    }
}
