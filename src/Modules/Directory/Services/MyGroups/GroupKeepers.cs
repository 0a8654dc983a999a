using System.Reflection;
using Portal.Accounts.Contracts;
using Portal.Directory.Domain;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Says who keeps the page of a group, and writes to them.</summary>
internal sealed class GroupKeepers(PortalDbContext db, ListingEditor editor, IUsers users, IMessageWriter messages, GroupNotices notices, AuditLog audit, TenantContext tenant)
{
    /// <summary>More than so many cannot know of each other any more.</summary>
    public const int Most = 12;

    /// <summary>Role of everybody who keeps a page.</summary>
    private const string Role = "Volunteer";

    /// <summary>Lets somebody keep the page and sends them a link to it; the account is made where there is none. All of it or nothing.</summary>
    /// <exception cref="InvalidOperationException">The site has no role for volunteers.</exception>
    public async Task<EditOutcome> AddAsync(Listing listing, string email, CancellationToken cancellationToken)
    {
        var address = email.ToLowerInvariant();
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var user = await EnsureAsync(address, LanguageOf(listing), cancellationToken);
        var outcome = await editor.ChangeFactsAsync(
            listing.Id, listing.Revision,
            facts => facts with { Maintainers = InOrder(facts.Maintainers.Append(address)) },
            cancellationToken);
        if (outcome.Result != EditResult.Saved) return outcome;
        await WriteAsync(listing, user, "maintainer-invited", "edit", cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Gives the page from one person to another, who is sent a link to it. All of it or nothing.</summary>
    /// <exception cref="InvalidOperationException">The site has no role for volunteers.</exception>
    public async Task<EditOutcome> HandOverAsync(Listing listing, string from, string to, CancellationToken cancellationToken)
    {
        var address = to.ToLowerInvariant();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = await EnsureAsync(address, LanguageOf(listing), cancellationToken);
        var outcome = await editor.ChangeFactsAsync(listing.Id, listing.Revision, facts => facts with { Maintainers = InOrder(facts.Maintainers.Where(known => known != from).Append(address)) }, cancellationToken);
        if (outcome.Result != EditResult.Saved) return outcome;
        await WriteAsync(listing, user, "maintainer-invited", "edit", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>The last one goes and names nobody: those who look after all groups hear of it. All of it or nothing.</summary>
    public async Task<EditOutcome> AbandonAsync(Listing listing, string email, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await RemoveAsync(listing, email, cancellationToken);
        if (outcome.Result != EditResult.Saved) return outcome;
        await notices.WriteToManagersAsync("page-unkept", listing, $"/manage/listings/{listing.Slug}", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Takes the page out of somebody's hands. The account stays.</summary>
    public Task<EditOutcome> RemoveAsync(Listing listing, string email, CancellationToken cancellationToken)
        => editor.ChangeFactsAsync(
            listing.Id, listing.Revision, facts => facts with { Maintainers = [.. facts.Maintainers.Where(known => known != email)] }, cancellationToken);

    /// <summary>Sends somebody who keeps the page a link to check it; false when nobody of that address keeps it.</summary>
    /// <exception cref="InvalidOperationException">The site has no role for volunteers.</exception>
    public async Task<bool> AskToCheckAsync(Listing listing, string email, CancellationToken cancellationToken)
    {
        if (!listing.Maintainers.Exists(maintainer => maintainer.Email == email)) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var user = await EnsureAsync(email, null, cancellationToken);
        audit.Record("listing.check-asked", "listing", listing.Id);
        await WriteAsync(listing, user, "please-check", "confirm", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static IReadOnlyList<string> InOrder(IEnumerable<string> emails) => [.. emails.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Language of a new account: that of the group, where the site has it.</summary>
    private string? LanguageOf(Listing listing) => tenant.Settings.Languages.Contains(listing.Culture) ? listing.Culture : null;

    /// <summary>The account of that address, which may keep pages from now on: somebody who has one for other reasons gets the role too.</summary>
    private async Task<UserSummary> EnsureAsync(string email, string? language, CancellationToken cancellationToken)
    {
        var user = await users.EnsureAsync(new NewUser { Email = email, Role = Role, Language = language }, cancellationToken);
        await users.GrantRoleAsync(user.Id, Role, cancellationToken);
        return user;
    }

    private async Task WriteAsync(Listing listing, UserSummary user, string template, string page, CancellationToken cancellationToken)
    {
        var link = await users.CreateSignInLinkAsync(user.Id, $"/my-groups/{listing.Slug}/{page}", cancellationToken);
        messages.Write(new EmailToWrite
        {
            To = user.Email,
            Language = user.Language,
            Template = template,
            From = Assembly.GetExecutingAssembly(),
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = user.Name,
                ["group"] = listing.Texts.Choose(tenant.Settings.FallbackChain(user.Language)).Title,
                ["link"] = link,
            },
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
