using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Puts what groups answered to link workers where it belongs: on their page, or before the moderators.</summary>
internal sealed class GroupAnswers(PortalDbContext db, ListingEditor editor, AuditLog audit, TenantContext tenant, TimeProvider clock, IStringLocalizer<RoomText> texts) : IGroupAnswers
{
    private const int Attempts = 3;

    public async Task<GroupContact?> ContactAsync(string listingId, CancellationToken cancellationToken)
    {
        var found = await db.Set<Listing>().AsNoTracking().Where(listing => listing.Id == listingId && listing.Published).Select(listing => new
        {
            listing.Slug,
            listing.Culture,
            Title = listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(),
            Email = listing.ContactPrivate ? null : listing.ContactEmail,
            Name = listing.ContactPrivate ? null : listing.ContactName,
            Phone = listing.ContactPrivate ? null : listing.ContactPhone ?? listing.ContactText,
            Keepers = listing.Maintainers.Select(maintainer => maintainer.Email).ToList(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var published = found.Email is { Length: > 0 } email ? email.Trim() : null;
        return new GroupContact(listingId, found.Slug, found.Title, found.Culture, published is null ? found.Keepers : [published], published is null, found.Name, found.Phone);
    }

    public async Task SayFullAsync(string listingId, DateOnly? before, DateOnly? until, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var known = await db.Set<Listing>().AsNoTracking().Where(listing => listing.Id == listingId).Select(listing => new { listing.Revision, listing.FullUntil }).SingleOrDefaultAsync(cancellationToken);
            // What somebody else said since is newer than what is taken back.
            if (known is null || (until is null && known.FullUntil != before)) return;
            var outcome = await editor.ChangeFactsAsync(listingId, known.Revision, facts => facts with { FullUntil = until }, cancellationToken);
            if (outcome.Result != EditResult.Stale) return;
        }
    }

    public void ReportStopped(string listingId)
    {
        var language = tenant.Settings.DefaultLanguage;
        db.Add(new ListingReport
        {
            Id = Ids.New(clock),
            ListingId = listingId,
            At = clock.GetUtcNow(),
            Language = language,
            Message = LanguageInfo.Of(language).Say(() => texts["Report.NoLongerMeets"].Value),
        });
        audit.Record("listing.reported", "listing", listingId);
    }
}
