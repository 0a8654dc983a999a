using System.Text;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Reading;

namespace UnitTests.OpenReferral;

/// <summary>Reads spreadsheets and feeds as imports do, without a directory behind them.</summary>
internal static class Reading
{
    public const string AskCost = "Ask what it costs.";

    public static DraftReader Drafts { get; } = new(
        new KnownWords(new TermList(
        [
            new TermInfo("act-walking", TaxonomyIds.Activity, "walking", 0, new Dictionary<string, string> { ["en"] = "Walking" }, ["walks", "rambling"]),
            new TermInfo("acc-loop", TaxonomyIds.Access, "hearing-loop", 1, new Dictionary<string, string> { ["en"] = "Hearing loop" }, []),
        ])),
        AskCost);

    public static Task<List<FeedItem>> SheetAsync(string text, Encoding? encoding = null) => SheetAsync((encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray());

    public static async Task<List<FeedItem>> SheetAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var head = await SheetReader.HeadAsync(stream, default);
        return await ListAsync(SheetReader.ReadAsync(stream, head is null ? [] : SheetReader.Guess(head.Headings), Drafts, new Dictionary<string, IReadOnlyList<string>>(), default));
    }

    public static Task<List<FeedItem>> FeedAsync(string json) => FeedAsync(Encoding.UTF8.GetBytes(json));

    public static async Task<List<FeedItem>> FeedAsync(byte[] json)
    {
        using var stream = new MemoryStream(json);
        return await ListAsync(OrukReader.ReadAsync(stream, Drafts, default));
    }

    private static async Task<List<FeedItem>> ListAsync(IAsyncEnumerable<FeedItem> items)
    {
        var list = new List<FeedItem>();
        await foreach (var item in items) list.Add(item);
        return list;
    }
}
