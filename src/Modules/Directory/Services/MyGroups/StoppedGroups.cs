using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>A group that has stopped meeting, for somebody who still has its address.</summary>
/// <param name="Title">Its name, in the language it is in.</param>
/// <param name="Since">Day it stopped, in words.</param>
/// <param name="Kind">Short name of its kind of activity in addresses; null where it has none.</param>
/// <param name="KindName">Name of the kind in the reader's language.</param>
internal sealed record StoppedGroup(Wording Title, string Since, string? Kind, string? KindName);

/// <summary>Knows the groups that have stopped.</summary>
internal sealed class StoppedGroups(PortalDbContext db, ITaxonomies taxonomies, DateWords dates, TenantContext tenant)
{
    /// <summary>The group that had that address; null when none stopped there.</summary>
    public async Task<StoppedGroup?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Set<Listing>().AsNoTracking().Where(listing => listing.Slug == slug && !listing.Published && listing.StoppedOn != null)
            .Select(listing => new { listing.StoppedOn, listing.ActivityIds, Texts = listing.Texts.Select(text => new { text.Culture, text.Title }).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var text = chain.Select(language => found.Texts.Find(text => text.Culture == language)).FirstOrDefault(text => text is not null) ?? found.Texts[0];
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var kind = found.ActivityIds.Select(terms.Find).OfType<TermInfo>().FirstOrDefault();
        return new StoppedGroup(new Wording(text.Title, text.Culture), dates.Date(found.StoppedOn!.Value), kind?.Path, kind?.NameIn(chain).Name);
    }
}
