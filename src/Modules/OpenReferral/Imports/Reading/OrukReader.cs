using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Reads Open Referral: UK 3.0 and the older 1.x and 2.x as they are met.</summary>
internal static class OrukReader
{
    /// <summary>Reads the services of files one after the other.</summary>
    public static async IAsyncEnumerable<FeedItem> ReadAsync(IEnumerable<string> files, DraftReader drafts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        var before = 0L;
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
            await foreach (var item in ReadAsync(stream, drafts, cancellationToken)) yield return item with { Line = ++number, Position = before + item.Position };
            before += stream.Length;
        }
    }

    /// <summary>Reads the services of one file.</summary>
    public static async IAsyncEnumerable<FeedItem> ReadAsync(Stream stream, DraftReader drafts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = await SheetText.EncodingOfAsync(stream, cancellationToken);
        await using var text = encoding is UnicodeEncoding ? Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8, leaveOpen: true) : null;
        var number = 0;
        await foreach (var piece in new JsonItems(text ?? stream).ReadAsync(cancellationToken))
        {
            number++;
            yield return (piece.Fault is { } fault ? FeedItem.Refused(number, fault) : Read(number, piece, drafts)) with { Position = piece.Position };
        }
    }

    private static FeedItem Read(int number, JsonPiece piece, DraftReader drafts)
    {
        try
        {
            using var document = JsonDocument.Parse(AsUtf8(piece.Json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            using var around = Around(piece.Envelope);
            var service = new FeedNode(document.RootElement);
            if (!service.IsObject) return FeedItem.Refused(number, "NotAService");

            // A service at a location carries its service inside.
            var place = service.One("service_at_locations", "service_at_location", "serviceAtLocations");
            if (service.Text("name") is null && service.One("service") is { IsObject: true } inner) (service, place) = (inner, service);
            return drafts.Read(OrukDraft.Of(number, service, place, around is null ? default : new FeedNode(around.RootElement)));
        }
        catch (JsonException)
        {
            return FeedItem.Refused(number, "JsonBroken", Prose.Clean(Prose.Cut(Encoding.UTF8.GetString(piece.Json, 0, Math.Min(piece.Json.Length, 200)), 80)) ?? "");
        }
    }

    private static JsonDocument? Around(byte[]? envelope)
    {
        if (envelope is null) return null;
        try
        {
            return JsonDocument.Parse((byte[])[.. AsUtf8(envelope), .. "null}"u8]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is not UTF-8 was written by an old Windows program.</summary>
    private static byte[] AsUtf8(byte[] bytes)
        => Utf8.IsValid(bytes) ? bytes : Encoding.UTF8.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes));
}
