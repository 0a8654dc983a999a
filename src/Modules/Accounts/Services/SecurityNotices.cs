using Portal.Accounts.Domain;
using Portal.Messages.Contracts;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Accounts.Services;

/// <summary>Tells somebody by e-mail that the lock of their account was changed, in case it was not them.</summary>
internal sealed class SecurityNotices(IMessageWriter messages, SiteAddresses addresses, TenantContext tenant)
{
    /// <summary>Writes the message; the caller saves.</summary>
    public void Write(PortalUser user) => messages.Write(new EmailToWrite
    {
        To = user.Email!,
        Language = user.Language,
        Template = "security-changed",
        From = typeof(SecurityNotices).Assembly,
        Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = user.Name,
            ["link"] = addresses.Absolute("/account", user.LanguageIn(tenant.Settings)),
        },
    });
}
