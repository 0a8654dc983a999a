using System.Net;
using System.Net.Sockets;

namespace Portal.Platform.Web;

/// <summary>
/// Knows which addresses are on the open internet. Source: the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC
/// 6890); what is registered there as not globally reachable, and multicast, is not.
/// </summary>
public static class PublicInternet
{
    private static readonly IPNetwork[] notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork tunnelled = IPNetwork.Parse("2002::/16");

    /// <summary>True for an address that anyone on the internet can reach. One that holds another inside counts as that one.</summary>
    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return Has(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = address.GetAddressBytes();
            if (translated.Contains(address)) return Has(new IPAddress(bytes.AsSpan(12, 4)));
            if (tunnelled.Contains(address)) return Has(new IPAddress(bytes.AsSpan(2, 4)));
        }
        else if (address.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        return !Array.Exists(notPublic, network => network.Contains(address));
    }
}
