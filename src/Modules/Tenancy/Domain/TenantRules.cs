using System.Text.RegularExpressions;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;

namespace Portal.Tenancy.Domain;

/// <summary>Which names and addresses a tenant can have.</summary>
internal static partial class TenantRules
{
    /// <summary>First segments of addresses that belong to the program itself. A test compares them with all routes.</summary>
    public static IReadOnlySet<string> ReservedSegments { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "_content", "about", "account", "admin", "api", "data", "dev", "error", "exports", "favicon.ico", "groups", "health", "home", "images", "import", "jobs", "learn", "manage", "media", "my-groups", "oruk", "p",
        "places", "plan", "platform", "programmes", "refer", "robots.txt", "scripts", "search", "setup", "site-colours.css", "sitemap.xml", "static", "workspace",
    };

    public static IReadOnlyList<TenantFault> Check(NewTenant wanted, IReadOnlyCollection<Tenant> existing)
    {
        var faults = new List<TenantFault>();
        void Fault(string field, string key, string message) => faults.Add(new TenantFault(field, key, message));

        if (!NamePattern().IsMatch(wanted.Name)) Fault(nameof(wanted.Name), "NamePattern", $"The name '{wanted.Name}' has to begin with a letter and hold only lower-case letters, digits and hyphens, at most 40.");
        else if (existing.Any(tenant => tenant.Name == wanted.Name)) Fault(nameof(wanted.Name), "NameTaken", $"There is a tenant '{wanted.Name}' already.");

        if (wanted.Prefix is { } prefix)
        {
            if (!PrefixPattern().IsMatch(prefix)) Fault(nameof(wanted.Prefix), "PrefixPattern", $"The prefix '{prefix}' has to hold only lower-case letters, digits and hyphens, at most 40.");
            else if (ReservedSegments.Contains(prefix)) Fault(nameof(wanted.Prefix), "PrefixReserved", $"The prefix '{prefix}' is an address of the program itself.");
            else if (LanguageInfo.Find(prefix) is not null) Fault(nameof(wanted.Prefix), "PrefixLanguage", $"The prefix '{prefix}' is the code of a language.");
        }

        if (wanted.Host is { } host && !IsHost(host)) Fault(nameof(wanted.Host), "HostPattern", $"'{host}' is no host name. Write it without https:// and without a port.");
        if (wanted.Prefix is null && wanted.Host is null) Fault(nameof(wanted.Prefix), "NoAddress", "A tenant needs a prefix, or a host name, or both.");
        else if (existing.FirstOrDefault(tenant => tenant.Prefix == wanted.Prefix && tenant.Host == wanted.Host) is { } other)
            Fault(wanted.Prefix is null ? nameof(wanted.Host) : nameof(wanted.Prefix), "AddressTaken", $"The tenant '{other.Name}' has this address already.");
        return faults;
    }

    private static bool IsHost(string host)
        => host.Length <= 253 && string.Equals(host, host.ToLowerInvariant(), StringComparison.Ordinal) && Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrefixPattern();
}
