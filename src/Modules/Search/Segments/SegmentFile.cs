using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Portal.Search.Contracts;
using Portal.Search.Data;

namespace Portal.Search.Segments;

/// <summary>
/// A segment as bytes in the database: its arrays one after the other, each after its length, little-endian. The machine's own order
/// of bytes is that of all machines .NET runs on but one, which is refused.
/// </summary>
internal static class SegmentFile
{
    /// <summary>Counts up when the form changes, so that an older program says so instead of reading nonsense.</summary>
    private const int Form = 1;

    public static byte[] Write(Segment segment)
    {
        using var bytes = new MemoryStream();
        Write<int>(bytes, [Form]);
        Write<long>(bytes, segment.Numbers);
        Write(bytes, PackedBuilder.Of(segment.Kinds));
        Write<byte>(bytes, segment.Kind);
        Write(bytes, segment.Ids);
        Write<double>(bytes, segment.Latitude);
        Write<double>(bytes, segment.Longitude);
        Write<byte>(bytes, segment.Anywhere);
        Write<int>(bytes, segment.AssuredOn);
        Write(bytes, PackedBuilder.Of(segment.Facets.Select(FacetText.Write)));
        Write<int>(bytes, segment.FacetStart);
        Write<int>(bytes, segment.FacetValues);
        Write(bytes, PackedBuilder.Of(segment.Languages));
        Write<int>(bytes, segment.TextStart);
        Write<byte>(bytes, segment.TextLanguage);
        Write(bytes, segment.Titles);
        Write(bytes, segment.Terms);
        Write(bytes, segment.Postings);
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are of a later program, or damaged.</exception>
    public static Segment Read(byte[] bytes)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("The index needs a machine that keeps the low byte first.");
        var rest = bytes.AsSpan();
        if (Read<int>(ref rest) is not [Form]) throw new InvalidDataException("The index was written by another version of the program.");
        return new Segment
        {
            Numbers = Read<long>(ref rest),
            Kinds = ReadPacked(ref rest).Texts(),
            Kind = Read<byte>(ref rest),
            Ids = ReadPacked(ref rest),
            Latitude = Read<double>(ref rest),
            Longitude = Read<double>(ref rest),
            Anywhere = Read<byte>(ref rest),
            AssuredOn = Read<int>(ref rest),
            Facets = Array.ConvertAll(ReadPacked(ref rest).Texts(), FacetText.Read),
            FacetStart = Read<int>(ref rest),
            FacetValues = Read<int>(ref rest),
            Languages = ReadPacked(ref rest).Texts(),
            TextStart = Read<int>(ref rest),
            TextLanguage = Read<byte>(ref rest),
            Titles = ReadPacked(ref rest),
            Terms = ReadPacked(ref rest),
            Postings = ReadPacked(ref rest),
        };
    }

    private static void Write(Stream bytes, Packed packed)
    {
        Write<int>(bytes, packed.Starts);
        Write<byte>(bytes, packed.Bytes);
    }

    private static void Write<T>(Stream bytes, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, values.Length);
        bytes.Write(length);
        bytes.Write(MemoryMarshal.AsBytes(values));
    }

    private static Packed ReadPacked(ref Span<byte> rest) => new(Read<int>(ref rest), Read<byte>(ref rest));

    private static T[] Read<T>(ref Span<byte> rest)
        where T : unmanaged
    {
        if (rest.Length < sizeof(int)) throw new InvalidDataException("The index ends too soon.");
        var values = new T[BinaryPrimitives.ReadInt32LittleEndian(rest)];
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        if (rest.Length < sizeof(int) + target.Length) throw new InvalidDataException("The index ends too soon.");
        rest.Slice(sizeof(int), target.Length).CopyTo(target);
        rest = rest[(sizeof(int) + target.Length)..];
        return values;
    }
}
