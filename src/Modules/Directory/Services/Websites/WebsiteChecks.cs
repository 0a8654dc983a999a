using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Search.Contracts;

namespace Portal.Directory.Services.Websites;

/// <summary>
/// Looks whether the websites that groups name are still there, and still say much the same. Politely: one page of a site in a
/// round, few sites at a time, every fortnight; by <see cref="OutboundHttp"/>, which never leads into a local network.
/// </summary>
internal sealed class WebsiteChecks(PortalDbContext db, OutboundHttp http, TimeProvider clock)
{
    /// <summary>Sites asked in one round, so that a round takes minutes at worst, and at a time.</summary>
    private const int MostInRound = 60, AtATime = 6;

    private const long LargestPage = 1024 * 1024;

    /// <summary>What is known of the website of a group; null where it was not looked at, or the group names another by now.</summary>
    public Task<WebsiteCheck?> FindAsync(string listingId, CancellationToken cancellationToken)
        => Current().SingleOrDefaultAsync(check => check.ListingId == listingId, cancellationToken);

    /// <summary>Looks at those whose time has come.</summary>
    /// <returns>How many groups were looked at.</returns>
    public async Task<int> CheckDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<Listing>().AsNoTracking().Where(listing => listing.Published && listing.ContactWebsite != null)
            .Where(listing => !db.Set<WebsiteCheck>().Any(check => check.ListingId == listing.Id && check.Address == listing.ContactWebsite && check.NextTryAt > now))
            .OrderBy(listing => listing.Id).Select(listing => new { listing.Id, Website = listing.ContactWebsite! }).ToListAsync(cancellationToken);

        // Groups of one organisation often name one page: it is asked for once. Of each site one page in a round.
        var sites = due.GroupBy(group => group.Website, StringComparer.Ordinal).DistinctBy(page => HostOf(page.Key), StringComparer.OrdinalIgnoreCase).Take(MostInRound).ToList();
        var done = 0;
        foreach (var some in sites.Chunk(AtATime))
        {
            var answers = await Task.WhenAll(some.Select(page => AskAsync(page.Key, cancellationToken)));
            foreach (var (page, answer) in some.Zip(answers))
            {
                await KeepAsync([.. page.Select(group => group.Id)], page.Key, answer, cancellationToken);
                done += page.Count();
            }
        }

        return done;
    }

    /// <summary>Looks at the website of one group though it is not yet time.</summary>
    /// <returns>What is known of it now; null where it names none.</returns>
    public async Task<WebsiteCheck?> CheckNowAsync(string listingId, CancellationToken cancellationToken)
    {
        if (await db.Set<Listing>().Where(listing => listing.Id == listingId).Select(listing => listing.ContactWebsite).SingleOrDefaultAsync(cancellationToken) is not { } website) return null;
        await KeepAsync([listingId], website, await AskAsync(website, cancellationToken), cancellationToken);
        return await FindAsync(listingId, cancellationToken);
    }

    /// <summary>What is known of websites that groups still name.</summary>
    public IQueryable<WebsiteCheck> Current()
        => db.Set<WebsiteCheck>().AsNoTracking().Where(check => db.Set<Listing>().Any(listing => listing.Id == check.ListingId && listing.Published && listing.ContactWebsite == check.Address));

    private async Task<OutboundAnswer> AskAsync(string website, CancellationToken cancellationToken)
        => Uri.TryCreate(website, UriKind.Absolute, out var address)
            ? await http.GetAsync(new OutboundRequest { Address = address, Accept = "text/html, */*;q=0.1", MostBytes = LargestPage }, cancellationToken)
            : new OutboundAnswer { Result = OutboundResult.BadAddress, Address = new Uri("about:blank") };

    private async Task KeepAsync(IReadOnlyCollection<string> listingIds, string website, OutboundAnswer answer, CancellationToken cancellationToken)
    {
        var (failure, print, now) = (WebsiteCheck.FailureOf(answer), PrintOf(answer), clock.GetUtcNow());
        var known = await db.Set<WebsiteCheck>().Where(check => listingIds.Contains(check.ListingId)).ToDictionaryAsync(check => check.ListingId, StringComparer.Ordinal, cancellationToken);
        foreach (var id in listingIds)
        {
            if (!known.TryGetValue(id, out var check)) db.Add(check = new WebsiteCheck { ListingId = id, Address = website });
            else if (check.Address != website) check.Restart(website);
            check.Take(failure, print, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static long? PrintOf(OutboundAnswer answer)
    {
        if (answer is not { Result: OutboundResult.Read, ContentType: "text/html" or "application/xhtml+xml" }) return null;
        using var body = new MemoryStream(answer.Body);
        var document = new HtmlParser().ParseDocument(body);
        foreach (var unseen in document.QuerySelectorAll("script, style, noscript, template")) unseen.Remove();
        return document.Body is { } shown ? WordPrint.Of(SearchWords.Of(shown.TextContent)) : null;
    }

    private static string HostOf(string website) => Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.Host : website;
}
