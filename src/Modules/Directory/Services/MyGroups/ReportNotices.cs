using System.Reflection;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Tells those who keep a page what a reader says is wrong with it; where nobody keeps it, those who look after all groups. Each in their own language.</summary>
internal sealed class ReportNotices(PortalDbContext db, IUsers users, IMessageWriter messages, SiteAddresses addresses, TenantContext tenant, IStringLocalizer<DirectoryText> texts, IStringLocalizer<KeepingText> keeping)
{
    /// <summary>Writes the e-mails; the caller saves.</summary>
    public async Task WriteAsync(ListingReport report, string kind, string? words, CancellationToken cancellationToken)
    {
        // The public sends the request: its host may be forged, and then the link would lead to somebody else's site.
        if (!addresses.IsHostCertain || await db.FindListingAsync(report.ListingId, cancellationToken) is not { } listing) return;
        if (listing.Maintainers.Count == 0)
        {
            foreach (var manager in await users.AllowedToAsync(DirectoryPermissions.ManageListings, cancellationToken))
                Write(listing, report, kind, words, manager, addresses.Absolute("/manage/moderation?kind=report", manager.Language));
            return;
        }

        var fallback = tenant.Settings.Languages.Contains(listing.Culture) ? listing.Culture : tenant.Settings.DefaultLanguage;
        var accounts = await users.FindByEmailsAsync([.. listing.Maintainers.Select(maintainer => maintainer.Email)], cancellationToken);
        foreach (var email in listing.Maintainers.Select(maintainer => maintainer.Email))
        {
            var known = accounts.GetValueOrDefault(email);
            var path = $"/my-groups/{listing.Slug}/edit";
            var link = known is null ? addresses.Absolute(path, fallback) : await users.CreateSignInLinkAsync(known.Id, path, cancellationToken);
            Write(listing, report, kind, words, known ?? new UserSummary("", email[..email.IndexOf('@', StringComparison.Ordinal)], email, fallback), link);
        }
    }

    private void Write(Listing listing, ListingReport report, string kind, string? words, UserSummary reader, string link)
        => messages.Write(new EmailToWrite
        {
            To = reader.Email,
            Language = reader.Language,
            Template = "report-received",
            From = Assembly.GetExecutingAssembly(),
            Values = LanguageInfo.Of(tenant.Settings.Languages.Contains(reader.Language) ? reader.Language : tenant.Settings.DefaultLanguage).Say(() => new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = reader.Name,
                ["group"] = listing.Texts.Choose(tenant.Settings.FallbackChain(reader.Language)).Title,
                ["what"] = texts["Report." + kind],
                ["words"] = words ?? keeping["Report.NoWords"],
                ["reply"] = report.ReplyTo is { } address ? keeping["Report.Answer", address] : keeping["Report.NoAnswer"],
                ["link"] = link,
            }),
        });
}
