using System.Buffers.Binary;

namespace Portal.Directory.Photos;

/// <summary>
/// Which way up a photo is: tag 0x0112 of the first directory of a TIFF block. Values 1 to 8, 1 being upright. Source: Exif 2.32 (CIPA DC-008), 4.6.4 A.
/// </summary>
internal static class ExifOrientation
{
    public const int Upright = 1;
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>The value in a block; upright where it has none or cannot be read.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return Upright;
        var isLittle = tiff.StartsWith("II"u8);
        if (!isLittle && !tiff.StartsWith("MM"u8)) return Upright;
        if (Number16(tiff[2..], isLittle) != 42) return Upright;
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2) return Upright;
        var directory = tiff[(int)start..];
        var count = Number16(directory, isLittle);
        directory = directory[2..];
        for (var i = 0; i < count && directory.Length >= EntryLength; i++, directory = directory[EntryLength..])
        {
            if (Number16(directory, isLittle) != Tag || Number16(directory[2..], isLittle) != Short) continue;
            var value = Number16(directory[8..], isLittle);
            return value is >= 1 and <= 8 ? value : Upright;
        }

        return Upright;
    }

    /// <summary>A block that says this and nothing else.</summary>
    public static byte[] Write(int orientation) => [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>True where width and height change places.</summary>
    public static bool LiesOnItsSide(int orientation) => orientation is >= 5 and <= 8;

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool isLittle)
        => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
