using System.Globalization;
using System.Text.Json;
using Portal.OpenReferral.Imports.Reading;
using Portal.Platform.Web;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>
/// Fetches all pages of a feed, one after the other with a pause, and keeps each before it asks for the next: after a crash it goes on
/// with the page that is missing.
/// </summary>
internal sealed class FeedFetcher(OutboundHttp http, ImportFiles files, RunLease lease, TimeProvider clock)
{
    private const int MostPages = 20_000;
    private const int Tries = 4;

    /// <summary>Largest page: 50 MB. Some feeds are one page.</summary>
    private const long LargestPage = 50L * 1024 * 1024;
    private static readonly TimeSpan longestAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan longestWait = TimeSpan.FromMinutes(2);

    /// <summary>Parts of a service that a list may leave out; a feed whose list has none of them is asked for each service.</summary>
    private static readonly string[] details =
        ["schedules", "regular_schedules", "service_at_locations", "contacts", "phones", "cost_options", "locations", "attributes", "service_taxonomys", "languages", "eligibilitys", "eligibility"];

    /// <exception cref="FeedException">It could not be had.</exception>
    public async Task FetchAsync(string runId, string address, CancellationToken cancellationToken)
    {
        var have = files.Of(runId);
        var number = have.Count;
        var page = number == 0 ? FirstPage(address) : NextPage(FirstPage(address), await File.ReadAllBytesAsync(have[^1], cancellationToken), number);
        while (page is not null && number < MostPages)
        {
            var body = await GetAsync(runId, page, cancellationToken);
            number++;
            body = await WithDetailsAsync(runId, page, body, cancellationToken);
            using (var content = new MemoryStream(body)) await files.AddAsync(runId, number, content, cancellationToken);

            // A page that names itself as the next is the last.
            page = NextPage(FirstPage(address), body, number) is { } next && next != page ? next : null;
            if (page is not null) await Task.Delay(pause, clock, cancellationToken);
        }
    }

    /// <summary>The list of services of a feed whose root was given; a file or calendar as it is.</summary>
    internal static Uri FirstPage(string address)
    {
        var uri = new Uri(address.Trim());
        if (uri.Scheme == "webcal") return new UriBuilder(uri) { Scheme = Uri.UriSchemeHttps, Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri;
        var isFile = Path.GetExtension(uri.AbsolutePath).Length > 1 || uri.AbsolutePath.TrimEnd('/').EndsWith("/services", StringComparison.OrdinalIgnoreCase) || uri.Query.Length > 1;
        return isFile ? uri : new UriBuilder(uri) { Path = uri.AbsolutePath.TrimEnd('/') + "/services" }.Uri;
    }

    /// <summary>The address of the next page, by what a page says of itself in any of the ways feeds do; null after the last.</summary>
    internal static Uri? NextPage(Uri first, byte[] body, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var page = new FeedNode(document.RootElement);
            if (page.Items("contents", "content", "services", "items", "results", "data").Count == 0) return null;
            if (page.Text("last_page", "last", "lastPage") is "yes") return null;
            if (page.Text("next", "next_page_url") is { } link && Uri.TryCreate(first, link, out var next)) return next;
            if (!int.TryParse(page.Text("total_pages", "totalPages", "pages"), CultureInfo.InvariantCulture, out var pages) || number >= pages) return null;

            // Most count from 1; the first page of those that count from 0 says so.
            var query = System.Web.HttpUtility.ParseQueryString(first.Query);
            var own = int.TryParse(page.Text("page_number", "number", "page"), CultureInfo.InvariantCulture, out var said) ? said : number;
            query["page"] = (own + 1).ToString(CultureInfo.InvariantCulture);
            return new UriBuilder(first) { Query = query.ToString() }.Uri;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<byte[]> GetAsync(string runId, Uri address, CancellationToken cancellationToken)
    {
        var request = new OutboundRequest { Address = address, Accept = "application/json, text/calendar, */*;q=0.5", MostBytes = LargestPage, Timeout = longestAnswer };
        for (var attempt = 1; ; attempt++)
        {
            await lease.RenewAsync(runId, longestAnswer, cancellationToken);
            var answer = await http.GetAsync(request, cancellationToken);
            if (answer.Result == OutboundResult.Read) return answer.Body;
            if (attempt == Tries || !IsWorthAnotherTry(answer)) throw new FeedException("Feed" + answer.Result, address.ToString(), answer.Status?.ToString(CultureInfo.InvariantCulture) ?? "");
            var wait = answer.RetryAfter is { } asked ? asked < longestWait ? asked : longestWait : TimeSpan.FromSeconds(attempt * attempt);
            await lease.RenewAsync(runId, wait, cancellationToken);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private static bool IsWorthAnotherTry(OutboundAnswer answer)
        => answer.Result is OutboundResult.NoAnswer || answer is { Result: OutboundResult.BadStatus, Status: 429 or >= 500 };

    /// <summary>A page with whole services where the feed's list gives only their heads.</summary>
    private async Task<byte[]> WithDetailsAsync(string runId, Uri page, byte[] body, CancellationToken cancellationToken)
    {
        using var document = Parse(body);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object || !page.AbsolutePath.EndsWith("/services", StringComparison.OrdinalIgnoreCase)) return body;
        if (!document.RootElement.TryGetProperty("contents", out var list) && !document.RootElement.TryGetProperty("content", out list)) return body;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0) return body;
        if (list.EnumerateArray().Any(service => service.ValueKind != JsonValueKind.Object || details.Any(part => service.TryGetProperty(part, out _)))) return body;

        using var whole = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(whole))
        {
            writer.WriteStartObject();
            foreach (var field in document.RootElement.EnumerateObject().Where(field => field.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))) field.WriteTo(writer);
            writer.WriteStartArray("contents");
            foreach (var service in list.EnumerateArray())
            {
                using var detail = new FeedNode(service).Text("id") is { } id
                    ? Parse(await GetAsync(runId, new UriBuilder(page) { Path = page.AbsolutePath + "/" + Uri.EscapeDataString(id), Query = "" }.Uri, cancellationToken))
                    : null;
                (detail?.RootElement ?? service).WriteTo(writer);
                await Task.Delay(pause, clock, cancellationToken);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return whole.ToArray();
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A feed that could not be read, with the reason as a key in the texts of imports.</summary>
internal sealed class FeedException(string key, params IReadOnlyList<string> values) : Exception(key + ": " + string.Join(", ", values))
{
    public string Key { get; } = key;

    public IReadOnlyList<string> Values { get; } = values;
}
