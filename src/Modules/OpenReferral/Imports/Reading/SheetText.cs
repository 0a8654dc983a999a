using System.Text;
using System.Text.Unicode;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>How the bytes of a spreadsheet become text: by its byte order mark, else UTF-16 by its noughts, UTF-8 where it is, else Windows-1252 as Excel writes it.</summary>
internal static class SheetText
{
    private const int Block = 64 * 1024;

    private static Encoding Windows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static async Task<Encoding> EncodingOfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = stream.Position;
        var encoding = await DetectAsync(stream, cancellationToken);
        stream.Position = start;
        return encoding;
    }

    private static async Task<Encoding> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        var block = new byte[Block];
        var kept = 0;
        var isFirst = true;
        while (true)
        {
            var read = await stream.ReadAtLeastAsync(block.AsMemory(kept), block.Length - kept, throwOnEndOfStream: false, cancellationToken);
            var length = kept + read;
            if (isFirst && OfBeginning(block.AsSpan(0, length)) is { } certain) return certain;
            isFirst = false;
            var isLast = length < block.Length;
            var whole = isLast ? length : LastBoundary(block.AsSpan(0, length));
            if (!Utf8.IsValid(block.AsSpan(0, whole))) return Windows;
            if (isLast) return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            block.AsSpan(whole, length - whole).CopyTo(block);
            kept = length - whole;
        }
    }

    private static Encoding? OfBeginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (bytes.StartsWith(new byte[] { 0xFF, 0xFE })) return Encoding.Unicode;
        if (bytes.StartsWith(new byte[] { 0xFE, 0xFF })) return Encoding.BigEndianUnicode;
        var (even, odd, looked) = (0, 0, Math.Min(bytes.Length, 2000));
        for (var i = 0; i < looked; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        if (odd > looked / 4) return Encoding.Unicode;
        return even > looked / 4 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>The last place in a full block where no character is cut in two.</summary>
    private static int LastBoundary(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > bytes.Length - 4 && (bytes[end - 1] & 0xC0) == 0x80) end--;
        return bytes[end - 1] >= 0xC0 ? end - 1 : bytes.Length;
    }
}
