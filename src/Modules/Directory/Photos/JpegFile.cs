using System.Buffers.Binary;

namespace Portal.Directory.Photos;

/// <summary>
/// Copies the picture out of a JPEG. Format: ITU-T T.81; the JFIF and Adobe segments, which say how colours are meant, are written
/// anew without what else they can hold. Every other application segment and every comment stays out.
/// </summary>
internal static class JpegFile
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Quantization = 0xDB, Huffman = 0xC4, RestartInterval = 0xDD;
    private const byte Jfif = 0xE0, Exif = 0xE1, Adobe = 0xEE, Comment = 0xFE;

    /// <summary>More passes over one picture only make browsers work.</summary>
    private const int MostScans = 100;

    private static readonly byte[] plainJfif = [.. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, StartOfImage, 0xFF]);

    /// <exception cref="PhotoException">It is damaged.</exception>
    public static CleanPhoto Clean(ReadOnlySpan<byte> sent)
    {
        var reader = new ByteReader(sent);
        reader.Take(2);
        using var picture = new MemoryStream(sent.Length);
        var (isJfif, orientation, scans) = (false, ExifOrientation.Upright, 0);
        byte[]? adobe = null;
        (int Width, int Height)? size = null;
        while (NextMarker(ref reader) is var marker && marker != EndOfImage)
        {
            var content = reader.Take(reader.BigEndian16() - 2);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2 when size is null: // one frame: baseline, extended or progressive
                    size = SizeOf(content);
                    Segment(picture, marker, content);
                    break;
                case Quantization or Huffman or RestartInterval:
                    Segment(picture, marker, content);
                    break;
                case StartOfScan when size is not null && ++scans <= MostScans:
                    Segment(picture, marker, content);
                    picture.Write(reader.TakeUntilMarker());
                    break;
                case Jfif:
                    isJfif |= content.StartsWith("JFIF\0"u8);
                    break;
                case Exif when content.StartsWith("Exif\0\0"u8) && orientation == ExifOrientation.Upright:
                    orientation = ExifOrientation.Read(content[6..]);
                    break;
                case Adobe when content.Length >= 12 && content.StartsWith("Adobe"u8):
                    adobe = content[..12].ToArray();
                    break;
                case Comment or (>= 0xE0 and <= 0xEF):
                    break;
                default:
                    throw new PhotoException(PhotoFault.Damaged);
            }
        }

        if (size is not var (width, height) || scans == 0) throw new PhotoException(PhotoFault.Damaged);
        using var whole = new MemoryStream((int)picture.Length + 100);
        whole.Write([0xFF, StartOfImage]);
        if (isJfif) Segment(whole, Jfif, plainJfif);
        if (orientation != ExifOrientation.Upright) Segment(whole, Exif, [.. "Exif\0\0"u8, .. ExifOrientation.Write(orientation)]);
        if (adobe is not null) Segment(whole, Adobe, adobe);
        picture.WriteTo(whole);
        whole.Write([0xFF, EndOfImage]);
        return PhotoCleaner.Shown(whole.ToArray(), "image/jpeg", width, height, orientation);
    }

    /// <summary>The next marker; any number of 0xFF may stand before it.</summary>
    private static byte NextMarker(scoped ref ByteReader reader)
    {
        if (reader.Byte() != 0xFF) throw new PhotoException(PhotoFault.Damaged);
        byte marker;
        do marker = reader.Byte();
        while (marker == 0xFF);
        return marker;
    }

    /// <summary>Width and height from the header of a frame: eight bits a sample, one, three or four components.</summary>
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame[0] != 8 || frame[5] is not (1 or 3 or 4) || frame.Length != 6 + (3 * frame[5])) throw new PhotoException(PhotoFault.Damaged);
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return width > 0 && height > 0 ? (width, height) : throw new PhotoException(PhotoFault.Damaged);
    }

    private static void Segment(MemoryStream file, byte marker, ReadOnlySpan<byte> content)
    {
        var length = content.Length + 2;
        file.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        file.Write(content);
    }
}
