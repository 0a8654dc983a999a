using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TestSupport;

/// <summary>Photos made in the test: whole as their formats want them, with all the metadata that phones put in.</summary>
public static class PhotoFiles
{
    /// <summary>Words that must never be in a file that was taken in.</summary>
    public const string Secret = "53.8335N 1.7777W Phone of Joan";

    /// <summary>A JPEG of one grey; its Exif says where it was taken, and which way up it is.</summary>
    public static byte[] Jpeg(int width = 640, int height = 480, int orientation = 1, bool withMetadata = true)
    {
        var file = new List<byte>([0xFF, 0xD8]);
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (withMetadata)
        {
            Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]);
            Segment(file, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes(Secret)]);
            Segment(file, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Encoding.ASCII.GetBytes(Secret)]);
            Segment(file, 0xED, Encoding.ASCII.GetBytes("Photoshop 3.0\0" + Secret));
            Segment(file, 0xFE, Encoding.ASCII.GetBytes(Secret));
        }

        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(file, 0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0x00, 0, 1, .. new byte[14], 0]); // one code of two bits: no difference
        Segment(file, 0xC4, [0x10, 0, 1, .. new byte[14], 0]); // one code of two bits: end of block
        Segment(file, 0xDA, [1, 1, 0x00, 0, 63, 0]);
        var blocks = (width + 7) / 8 * ((height + 7) / 8);
        file.AddRange(new byte[(blocks * 4 + 7) / 8]);
        file.AddRange([0xFF, 0xD9]);
        if (withMetadata) file.AddRange(Encoding.ASCII.GetBytes("MotionPhoto " + Secret));
        return [.. file];
    }

    /// <summary>A PNG of one grey with text, time and Exif.</summary>
    public static byte[] Png(int width = 640, int height = 480, int orientation = 1, bool withMetadata = true)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        PngChunk(file, "IHDR", header);
        if (withMetadata)
        {
            PngChunk(file, "tEXt", Encoding.ASCII.GetBytes("Comment\0" + Secret));
            PngChunk(file, "iTXt", Encoding.ASCII.GetBytes("XML:com.adobe.xmp\0\0\0\0\0" + Secret));
            PngChunk(file, "tIME", [7, 234, 11, 25, 1, 2, 3]);
            PngChunk(file, "eXIf", Exif(orientation));
        }

        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var line = 0; line < height; line++) packed.Write(new byte[width + 1]);
        }

        PngChunk(file, "IDAT", pixels.ToArray());
        PngChunk(file, "IEND", []);
        if (withMetadata) file.Write(Encoding.ASCII.GetBytes(Secret));
        return file.ToArray();
    }

    /// <summary>The frame of a WebP with Exif and XMP; the coded picture itself is not one.</summary>
    public static byte[] Webp(int width = 640, int height = 480, int orientation = 1, bool withMetadata = true, bool moves = false)
    {
        var chunks = new MemoryStream();
        if (withMetadata || moves)
            RiffChunk(chunks, "VP8X", [(byte)((withMetadata ? 0x2C : 0) | (moves ? 0x02 : 0)), 0, 0, 0, .. LittleEndian24(width - 1), .. LittleEndian24(height - 1)]);
        if (withMetadata) RiffChunk(chunks, "ICCP", Encoding.ASCII.GetBytes(Secret));
        RiffChunk(chunks, "VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), .. new byte[33]]);
        if (withMetadata)
        {
            RiffChunk(chunks, "EXIF", Exif(orientation));
            RiffChunk(chunks, "XMP ", Encoding.ASCII.GetBytes(Secret));
            RiffChunk(chunks, "JOAN", Encoding.ASCII.GetBytes(Secret));
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)chunks.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. chunks.ToArray()];
    }

    /// <summary>A TIFF block with camera, orientation and a text that says where.</summary>
    private static byte[] Exif(int orientation)
    {
        var words = Encoding.ASCII.GetBytes(Secret + "\0");
        var block = new List<byte>([(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 2]);
        block.AddRange([0x01, 0x0F, 0, 2, 0, 0, 0, (byte)words.Length, 0, 0, 0, 38]); // make, at byte 38
        block.AddRange([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0]);
        block.AddRange([0, 0, 0, 0]);
        block.AddRange(words);
        return [.. block];
    }

    private static void Segment(List<byte> file, byte marker, byte[] content)
    {
        var length = content.Length + 2;
        file.AddRange([0xFF, marker, (byte)(length >> 8), (byte)length, .. content]);
    }

    private static void PngChunk(MemoryStream file, string type, byte[] content)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typed));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }

    private static void RiffChunk(MemoryStream file, string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        file.Write([.. Encoding.ASCII.GetBytes(name), .. length, .. content]);
        if (content.Length % 2 == 1) file.WriteByte(0);
    }

    private static byte[] LittleEndian24(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];
}
