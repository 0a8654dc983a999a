using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Portal.Platform.Web;

/// <summary>
/// Asks other sites for addresses that people typed in: calendars, feeds, links. It goes to the open internet only: no address of
/// this machine or of a local network is ever connected to, whatever a name resolves to and wherever a site redirects, because
/// the address that was looked at is the one that is connected to. Time, size and redirects are limited.
/// </summary>
public sealed class OutboundHttp : IDisposable
{
    /// <summary>
    /// Setting with hosts that may be asked although they are not on the open internet, as <c>127.0.0.1:5000</c> with commas between. Meant
    /// for tests and for a service on one's own network; empty unless somebody sets it.
    /// </summary>
    public const string AllowedHosts = "Portal:Outbound:AllowedHosts";

    private const int MostRedirects = 5;
    private static readonly TimeSpan longestConnecting = TimeSpan.FromSeconds(10);
    private readonly HashSet<string> allowed;
    private readonly HttpClient client;

    /// <summary>Reads which hosts are allowed in addition.</summary>
    public OutboundHttp(IConfiguration configuration)
    {
        allowed = (configuration[AllowedHosts] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = longestConnecting,
            ConnectCallback = ConnectAsync,
            MaxConnectionsPerServer = 2,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Portal", "1.0"));
    }

    /// <summary>Asks for an address. Whatever happens on the way is in the answer; only the caller's own cancelling throws.</summary>
    public Task<OutboundAnswer> GetAsync(OutboundRequest request, CancellationToken cancellationToken) => AskAsync(request, null, cancellationToken);

    /// <summary>Hands something to another site. Redirects are not followed: what is handed over is for this address only.</summary>
    public Task<OutboundAnswer> SendAsync(OutboundRequest request, OutboundContent content, CancellationToken cancellationToken) => AskAsync(request, content, cancellationToken);

    /// <summary>True for a host that may be asked although it is not on the open internet.</summary>
    public bool IsAllowed(Uri address) => allowed.Contains(address.Authority) || allowed.Contains($"{address.Host}:{address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    private async Task<OutboundAnswer> AskAsync(OutboundRequest request, OutboundContent? content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.Timeout);
        try
        {
            return await FollowAsync(request, content, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboundAnswer { Result = OutboundResult.NoAnswer, Address = request.Address };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or SocketException or NotSupportedException)
        {
            return new OutboundAnswer { Result = ResultOf(exception), Address = request.Address };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<OutboundAnswer> FollowAsync(OutboundRequest request, OutboundContent? content, CancellationToken cancellationToken)
    {
        var address = request.Address;
        for (var hops = 0; ; hops++)
        {
            if (!IsWebAddress(address)) return new OutboundAnswer { Result = OutboundResult.BadAddress, Address = address };
            using var message = Message(request, content, address);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (content is not null || !IsRedirect(response.StatusCode) || response.Headers.Location is not { } location) return await ReadAsync(request, address, response, cancellationToken);
            if (hops == MostRedirects) return new OutboundAnswer { Result = OutboundResult.TooManyRedirects, Address = address };
            address = new Uri(address, location);
        }
    }

    private static HttpRequestMessage Message(OutboundRequest request, OutboundContent? content, Uri address)
    {
        var message = new HttpRequestMessage(content is not null ? new HttpMethod(content.Method) : request.HeadOnly ? HttpMethod.Head : HttpMethod.Get, address);
        if (content is not null)
        {
            message.Content = new ByteArrayContent(content.Bytes);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(content.ContentType);
            foreach (var (name, value) in content.Headers) message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Accept is { } accept) message.Headers.TryAddWithoutValidation("Accept", accept);
        if (request.IfNoneMatch is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        message.Headers.IfModifiedSince = request.IfModifiedSince;
        return message;
    }

    private static async Task<OutboundAnswer> ReadAsync(OutboundRequest request, Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = new OutboundAnswer
        {
            Result = response.StatusCode == HttpStatusCode.NotModified ? OutboundResult.NotModified : response.IsSuccessStatusCode ? OutboundResult.Read : OutboundResult.BadStatus,
            Status = (int)response.StatusCode,
            Address = address,
            ContentType = response.Content.Headers.ContentType?.MediaType,
            ETag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.LastModified,
            RetryAfter = response.Headers.RetryAfter?.Delta,
        };
        if (answer.Result != OutboundResult.Read || request.HeadOnly) return answer;
        if (response.Content.Headers.ContentLength > request.MostBytes) return answer with { Result = OutboundResult.TooLarge };

        using var body = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > request.MostBytes) return answer with { Result = OutboundResult.TooLarge };
            body.Write(buffer, 0, read);
        }

        return answer with { Body = body.ToArray() };
    }

    /// <summary>Connects to an address that was looked at, not to a name that might mean another one a moment later.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var isAllowed = allowed.Contains($"{host}:{port.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        var open = addresses.Where(address => isAllowed || PublicInternet.Has(address)).ToArray();
        if (open.Length == 0) throw new NotOnTheInternetException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsWebAddress(Uri address)
        => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0 && address.Host.Length > 0;

    private static bool IsRedirect(HttpStatusCode status)
        => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static OutboundResult ResultOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is NotOnTheInternetException) return OutboundResult.PrivateAddress;
            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }) return OutboundResult.UnknownHost;
        }

        return OutboundResult.NoAnswer;
    }

    private sealed class NotOnTheInternetException() : IOException("The name leads to no address on the open internet.");
}
