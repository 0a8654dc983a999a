using System.Reflection;
using Portal.Accounts.Contracts;
using Portal.Directory.Domain;
using Portal.Messages.Contracts;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>E-mails about the page of a group, each in its reader's language. The caller saves.</summary>
internal sealed class GroupNotices(IUsers users, IMessageWriter messages, SiteAddresses addresses, TenantContext tenant)
{
    /// <summary>Writes to all who look after all groups, with a link to a page of the site that does not sign anybody in.</summary>
    public async Task WriteToManagersAsync(string template, Listing listing, string path, CancellationToken cancellationToken)
    {
        // Whoever sends the request may have forged its host, and then the link would lead to somebody else's site.
        if (!addresses.IsHostCertain) return;
        foreach (var manager in await users.AllowedToAsync(DirectoryPermissions.ManageListings, cancellationToken))
        {
            Write(template, manager.Email, manager.Language, listing, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = manager.Name,
                ["link"] = addresses.Absolute(path, LanguageFor(manager.Language)),
            });
        }
    }

    /// <summary>Writes to one address.</summary>
    public void Write(string template, string to, string language, Listing listing, IReadOnlyDictionary<string, string> values)
        => messages.Write(new EmailToWrite
        {
            To = to,
            Language = language,
            Template = template,
            From = Assembly.GetExecutingAssembly(),
            Values = new Dictionary<string, string>(values, StringComparer.Ordinal) { ["group"] = listing.Texts.Choose(tenant.Settings.FallbackChain(language)).Title },
        });

    /// <summary>The language itself where the site has it, else the site's first.</summary>
    public string LanguageFor(string language) => tenant.Settings.Languages.Contains(language) ? language : tenant.Settings.DefaultLanguage;
}
