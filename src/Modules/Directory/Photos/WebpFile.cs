using System.Buffers.Binary;

namespace Portal.Directory.Photos;

/// <summary>Copies the picture out of a WebP. Format: RFC 9649. Exif, XMP, profiles and chunks nobody knows stay out; a moving picture is not taken.</summary>
internal static class WebpFile
{
    private const byte HasAlpha = 0x10, HasExif = 0x08, Moves = 0x02, LosslessAlpha = 0x10;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8);

    /// <exception cref="PhotoException">It is damaged, or moves.</exception>
    public static CleanPhoto Clean(ReadOnlySpan<byte> sent)
    {
        var start = new ByteReader(sent);
        start.Take(4);
        var reader = new ByteReader(start.Take(start.LittleEndian32()));
        reader.Take(4);

        ReadOnlySpan<byte> picture = default, alpha = default;
        var (type, orientation) = ("", ExifOrientation.Upright);
        (int Width, int Height)? canvas = null, size = null;
        while (!reader.IsAtEnd)
        {
            var content = Next(ref reader, out var name);
            switch (name)
            {
                case "VP8X" when canvas is null && size is null && content.Length >= 10:
                    if ((content[0] & Moves) != 0) throw new PhotoException(PhotoFault.Moving);
                    canvas = (1 + Number24(content[4..]), 1 + Number24(content[7..]));
                    break;
                case "VP8 " or "VP8L" when size is null:
                    type = name;
                    picture = content;
                    size = name == "VP8 " ? SizeOfLossy(content) : SizeOfLossless(content);
                    break;
                case "ALPH" when size is null && alpha.IsEmpty:
                    alpha = content;
                    break;
                case "EXIF":
                    orientation = ExifOrientation.Read(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
                    break;
                case "ANIM" or "ANMF":
                    throw new PhotoException(PhotoFault.Moving);
                case "VP8X" or "VP8 " or "VP8L" or "ALPH":
                    throw new PhotoException(PhotoFault.Damaged);
            }
        }

        if (size is not var (width, height) || (canvas is { } wanted && wanted != (width, height))) throw new PhotoException(PhotoFault.Damaged);
        if (type == "VP8L") alpha = default;
        return PhotoCleaner.Shown(Write(type, picture, alpha, width, height, orientation), "image/webp", width, height, orientation);
    }

    private static byte[] Write(string type, ReadOnlySpan<byte> picture, ReadOnlySpan<byte> alpha, int width, int height, int orientation)
    {
        using var file = new MemoryStream(picture.Length + alpha.Length + 100);
        file.Write("RIFF\0\0\0\0WEBP"u8);
        var isTurned = orientation != ExifOrientation.Upright;
        if (!alpha.IsEmpty || isTurned)
        {
            var flags = (byte)((!alpha.IsEmpty || (type == "VP8L" && (picture[4] & LosslessAlpha) != 0) ? HasAlpha : 0) | (isTurned ? HasExif : 0));
            Chunk(file, "VP8X", [flags, 0, 0, 0, .. Number24(width - 1), .. Number24(height - 1)]);
        }

        if (!alpha.IsEmpty) Chunk(file, "ALPH", alpha);
        Chunk(file, type, picture);
        if (isTurned) Chunk(file, "EXIF", ExifOrientation.Write(orientation));
        var bytes = file.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    private static ReadOnlySpan<byte> Next(scoped ref ByteReader reader, out string name)
    {
        name = System.Text.Encoding.Latin1.GetString(reader.Take(4));
        var length = reader.LittleEndian32();
        var content = reader.Take(length);
        if (length % 2 == 1 && !reader.IsAtEnd) reader.Take(1);
        return content;
    }

    /// <summary>Size of a key frame. RFC 6386, 9.1.</summary>
    private static (int Width, int Height) SizeOfLossy(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 10 || (frame[0] & 1) != 0 || frame[3] != 0x9D || frame[4] != 0x01 || frame[5] != 0x2A) throw new PhotoException(PhotoFault.Damaged);
        return Positive(BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & 0x3FFF);
    }

    /// <summary>Size of a lossless picture. RFC 9649, 3.4.</summary>
    private static (int Width, int Height) SizeOfLossless(ReadOnlySpan<byte> picture)
    {
        if (picture.Length < 5 || picture[0] != 0x2F) throw new PhotoException(PhotoFault.Damaged);
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(picture[1..]);
        if (bits >> 29 != 0) throw new PhotoException(PhotoFault.Damaged);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    private static (int Width, int Height) Positive(int width, int height) => width > 0 && height > 0 ? (width, height) : throw new PhotoException(PhotoFault.Damaged);

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static byte[] Number24(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

    private static void Chunk(MemoryStream file, string name, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        file.Write(System.Text.Encoding.ASCII.GetBytes(name));
        file.Write(length);
        file.Write(content);
        if (content.Length % 2 == 1) file.WriteByte(0);
    }
}
