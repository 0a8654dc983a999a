using System.Net;
using System.Net.Sockets;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>
/// Fetches from the web and from nowhere else: only http and https, and only from addresses of the public internet, looked at when the
/// connection is made, so that no redirect and no name leads into the local network.
/// </summary>
internal sealed class FeedHttp : IDisposable
{
    /// <summary>Largest answer: 50 MB.</summary>
    private const long MaxLength = 50L * 1024 * 1024;

    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly HttpClient client;

    /// <param name="mayConnect">Which addresses may be connected to; those of the public internet where it is not given.</param>
    public FeedHttp(Func<IPAddress, bool>? mayConnect = null)
    {
        var allowed = mayConnect ?? IsPublic;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxAutomaticRedirections = 5,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, allowed, cancellationToken),
        };
        client = new HttpClient(handler) { Timeout = Timeout };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Portal/1 (community directory)");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json, */*;q=0.5");
    }

    /// <summary>Asks for a page.</summary>
    /// <exception cref="HttpRequestException">It could not be had.</exception>
    public async Task<FeedAnswer> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.Scheme is not ("http" or "https")) throw new FeedException("FeedNotPublic", address.ToString());
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.Content.Headers.ContentLength > MaxLength) throw new HttpRequestException("The answer is too large.");
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(block, cancellationToken)) > 0)
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > MaxLength) throw new HttpRequestException("The answer is too large.");
        }

        var wait = response.Headers.RetryAfter is { } after ? after.Delta : null;
        return new FeedAnswer((int)response.StatusCode, buffer.ToArray(), wait, response.Content.Headers.ContentType?.MediaType);
    }

    public void Dispose() => client.Dispose();

    /// <summary>True for an address of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return false;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6LinkLocal && !address.IsIPv6SiteLocal && !address.IsIPv6Multicast && !address.IsIPv6UniqueLocal && !address.Equals(IPAddress.IPv6Any) && (bytes[0] & 0xE0) == 0x20
                && !(bytes[0] == 0x20 && bytes[1] == 0x02) && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        return (bytes[0], bytes[1]) switch
        {
            (0 or 10 or 127 or >= 224, _) => false,
            (100, >= 64 and < 128) => false,
            (169, 254) => false,
            (172, >= 16 and < 32) => false,
            (192, 168) => false,
            (192, 0) => bytes[2] is not (0 or 2),
            (198, 18 or 19) => false,
            (198, 51) => bytes[2] != 100,
            (203, 0) => bytes[2] != 113,
            _ => true,
        };
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool> allowed, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(allowed)) throw new FeedException("FeedNotPublic", to.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>What a feed answered.</summary>
/// <param name="RetryAfter">How long it asks to wait, where it does.</param>
internal sealed record FeedAnswer(int Status, byte[] Body, TimeSpan? RetryAfter, string? MediaType);
