using System.Buffers.Binary;

namespace Portal.Directory.Photos;

/// <summary>
/// Copies the picture out of a PNG. Format: W3C Portable Network Graphics, third edition. Of the chunks that a reader may leave out, those
/// stay that say what colours and see-through parts look like; texts, times, profiles, Exif and the further pictures of a moving one do not.
/// </summary>
internal static class PngFile
{
    private static readonly byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] kept = ["tRNS", "gAMA", "cHRM", "sRGB"];
    private static readonly uint[] crcs = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (crc, _) => (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1))];

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(signature);

    /// <exception cref="PhotoException">It is damaged.</exception>
    public static CleanPhoto Clean(ReadOnlySpan<byte> sent)
    {
        var reader = new ByteReader(sent);
        reader.Take(signature.Length);
        var header = Next(ref reader, out var first);
        if (first != "IHDR") throw new PhotoException(PhotoFault.Damaged);
        var (width, height) = SizeOf(header);

        using var picture = new MemoryStream(sent.Length);
        var (orientation, hasPicture) = (ExifOrientation.Upright, false);
        while (true)
        {
            var content = Next(ref reader, out var type);
            if (type == "IEND") break;
            if (type == "eXIf") orientation = ExifOrientation.Read(content);
            hasPicture |= type == "IDAT";
            if (type is "IDAT" or "PLTE" || kept.Contains(type, StringComparer.Ordinal)) Chunk(picture, type, content);
            else if (char.IsAsciiLetterUpper(type[0])) throw new PhotoException(PhotoFault.Damaged); // one that a reader may not leave out
        }

        if (!hasPicture) throw new PhotoException(PhotoFault.Damaged);
        using var whole = new MemoryStream((int)picture.Length + 100);
        whole.Write(signature);
        Chunk(whole, "IHDR", header);
        if (orientation != ExifOrientation.Upright) Chunk(whole, "eXIf", ExifOrientation.Write(orientation));
        picture.WriteTo(whole);
        Chunk(whole, "IEND", []);
        return PhotoCleaner.Shown(whole.ToArray(), "image/png", width, height, orientation);
    }

    private static ReadOnlySpan<byte> Next(scoped ref ByteReader reader, out string type)
    {
        var length = reader.BigEndian32();
        var name = reader.Take(4);
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetter((char)letter)) throw new PhotoException(PhotoFault.Damaged);
        }

        type = System.Text.Encoding.ASCII.GetString(name);
        var content = reader.Take(length);
        if (reader.BigEndian32() != Crc(name, content)) throw new PhotoException(PhotoFault.Damaged);
        return content;
    }

    /// <summary>Width and height from the header; it also says how many bits of which kind, in the combinations there are.</summary>
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13) throw new PhotoException(PhotoFault.Damaged);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        var isKnown = (header[8], header[9]) is (1 or 2 or 4 or 8, 0 or 3) or (16, 0) or (8 or 16, 2 or 4 or 6);
        if (!isKnown || header[10] != 0 || header[11] != 0 || header[12] > 1 || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) throw new PhotoException(PhotoFault.Damaged);
        return ((int)width, (int)height);
    }

    private static void Chunk(MemoryStream file, string type, ReadOnlySpan<byte> content)
    {
        var name = System.Text.Encoding.ASCII.GetBytes(type);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(name, content));
        file.Write(number);
    }

    /// <summary>CRC-32 of ISO 3309, over type and content.</summary>
    private static uint Crc(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var value in type) crc = crcs[(byte)(crc ^ value)] ^ (crc >> 8);
        foreach (var value in content) crc = crcs[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }
}
