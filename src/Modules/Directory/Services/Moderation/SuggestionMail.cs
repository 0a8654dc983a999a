using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Directory.Domain;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Writes to those who suggested something, in their language. The caller saves.</summary>
internal sealed class SuggestionMail(PortalDbContext db, IUsers users, IMessageWriter messages, SiteAddresses addresses, TenantContext tenant)
{
    /// <summary>Says that a change is public.</summary>
    public Task ApprovedAsync(Suggestion suggestion, string slug, string? message, CancellationToken cancellationToken)
        => suggestion.UserId is null
            ? WriteToReaderAsync("suggestion-approved", suggestion.Email, suggestion.Language, suggestion.Title, slug, message)
            : WriteToKeeperAsync("change-approved", suggestion, slug, message, cancellationToken);

    /// <summary>Says what a moderator asks for, or why the page stays as it is.</summary>
    public Task ReturnedAsync(Suggestion suggestion, string? slug, string message, CancellationToken cancellationToken)
        => suggestion.UserId is null || slug is null
            ? WriteToReaderAsync("reader-answered", suggestion.Email, suggestion.Language, suggestion.Title, slug, message)
            : WriteToKeeperAsync("change-returned", suggestion, slug, message, cancellationToken);

    /// <summary>Answers a reader who said that something is wrong with a page.</summary>
    public async Task AnswerReaderAsync(string email, string language, string listingId, string message, CancellationToken cancellationToken)
    {
        var listing = await db.Set<Listing>().AsNoTracking().Include(listing => listing.Texts).SingleOrDefaultAsync(listing => listing.Id == listingId, cancellationToken);
        if (listing is null) return;
        await WriteToReaderAsync("reader-answered", email, language, listing.Texts.Choose(tenant.Settings.FallbackChain(language)).Title, listing.Slug, message);
    }

    private async Task WriteToKeeperAsync(string template, Suggestion suggestion, string slug, string? message, CancellationToken cancellationToken)
    {
        if (!(await users.FindAsync([suggestion.UserId!], cancellationToken)).TryGetValue(suggestion.UserId!, out var user)) return;
        var link = await users.CreateSignInLinkAsync(user.Id, $"/my-groups/{slug}/edit", cancellationToken);
        Write(template, user.Email, user.Language, suggestion.Title, link, message, user.Name);
    }

    private Task WriteToReaderAsync(string template, string? email, string language, string title, string? slug, string? message)
    {
        if (email is not null) Write(template, email, language, title, addresses.Absolute(slug is null ? "/groups" : "/groups/" + slug, language), message, "");
        return Task.CompletedTask;
    }

    private void Write(string template, string to, string language, string title, string link, string? message, string name)
        => messages.Write(new EmailToWrite
        {
            To = to,
            Language = language,
            Template = template,
            From = Assembly.GetExecutingAssembly(),
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["group"] = title, ["link"] = link, ["message"] = message ?? "" },
        });
}
