using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.IO;
using Microsoft.Net.Http.Headers;
using Portal.Platform.Security;
using Portal.Platform.Tenants;

namespace Portal.Platform.Web;

/// <summary>
/// Keeps pages marked <see cref="SharedPageAttribute"/> for visitors who are not signed in. The key holds the tenant's profile,
/// which is another object after every change of the tenant's content: no page is ever shown again after a change, on any
/// machine, and none to another tenant. A minute is the longest a page is kept, because pages say "today".
/// </summary>
public sealed class PageCache(RequestDelegate next, IEnumerable<CookieThatShows> cookies, IEnumerable<StreamedPath> streamed)
{
    private const long LargestPage = 512 * 1024;
    private const long MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(1);
    private static readonly TenantCookie session = new("session");
    private readonly CookieThatShows[] cookies = [.. cookies];
    private readonly PathString[] streamedPaths = [.. streamed.Select(path => new PathString(path.Path))];
    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly RecyclableMemoryStreamManager memory = new();

    /// <summary>Answers from the cache, or lets the page be made and keeps it.</summary>
    public async Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Cookies.ContainsKey(session.Name!) || PageFrame.HasNotice(request)
            || Array.Exists(cookies, cookie => request.Cookies.ContainsKey(cookie.Cookie.Name!)) || Array.Exists(streamedPaths, path => request.Path.StartsWithSegments(path)))
        {
            await next(http);
            return;
        }

        var key = (tenant.Profile, request.PathBase.Value + request.Path.Value + request.QueryString.Value, request.Scheme, request.Host.Value);
        if (pages.TryGetValue(key, out KeptPage? kept))
        {
            http.Shows(kept!.Shown);
        }
        else
        {
            kept = await MakeAsync(http);
            if (kept is null) return;
            pages.Set(key, kept, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = longest, Size = kept.Body.Length * 2 });
        }

        await SendAsync(http, kept!);
    }

    /// <summary>Makes a page; null when it may not be kept, and then it has been sent already.</summary>
    private async Task<KeptPage?> MakeAsync(HttpContext http)
    {
        var response = http.Response;
        var sent = response.Body;
        await using var buffer = memory.GetStream();
        response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = sent;
        }

        var mayBeKept = response.StatusCode == StatusCodes.Status200OK
            && http.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>() is not null
            && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            && buffer.Length is > 0 and < LargestPage;
        if (mayBeKept) return new KeptPage(buffer.GetReadOnlySequence().ToArray(), response.ContentType, PageShows.Of(http));
        buffer.Position = 0;
        if (buffer.Length > 0) await buffer.CopyToAsync(sent, http.RequestAborted);
        return null;
    }

    private static async Task SendAsync(HttpContext http, KeptPage page)
    {
        var headers = http.Response.Headers;
        headers.ETag = page.Tag;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Encoding, Cookie";
        if (http.Request.Headers.IfNoneMatch == page.Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = page.ContentType;
        var body = page.Body;
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            body = page.Compressed;
            headers.ContentEncoding = "br";
        }

        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private sealed class KeptPage(byte[] body, string? contentType, IReadOnlyList<Shown> shown)
    {
        private byte[]? compressed;

        public byte[] Body { get; } = body;

        public string? ContentType { get; } = contentType;

        /// <summary>What it shows, to be counted.</summary>
        public IReadOnlyList<Shown> Shown { get; } = shown;

        public string Tag { get; } = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"").ToString();

        /// <summary>The body as Brotli, made for the first who can read it.</summary>
        public byte[] Compressed => compressed ??= Compress(Body);

        private static byte[] Compress(byte[] body)
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(body);
            return packed.ToArray();
        }
    }
}

/// <summary>Addresses below which answers may be too long to be held in memory; nothing there is kept as a page.</summary>
/// <param name="Path">Address inside the tenant, beginning with a slash.</param>
public sealed record StreamedPath(string Path);
