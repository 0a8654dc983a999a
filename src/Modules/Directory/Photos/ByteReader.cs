using System.Buffers.Binary;

namespace Portal.Directory.Photos;

/// <summary>Reads bytes one after the other. Whatever reaches past the end is a damaged file.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position >= bytes.Length;

    public byte Byte() => Take(1)[0];

    public ushort BigEndian16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint BigEndian32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint LittleEndian32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>The next bytes.</summary>
    /// <exception cref="PhotoException">There are not so many.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > bytes.Length - Position) throw new PhotoException(PhotoFault.Damaged);
        var taken = bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    /// <summary>The coded data of a JPEG up to the next marker; the reader stands on it then.</summary>
    /// <exception cref="PhotoException">There is no marker any more.</exception>
    public ReadOnlySpan<byte> TakeUntilMarker()
    {
        // In coded picture data 0xFF is followed by 0, or by a restart marker; anything else ends it. ITU-T T.81, B.1.1.5.
        var rest = bytes[Position..];
        for (var i = 0; i + 1 < rest.Length; i++)
        {
            if (rest[i] != 0xFF) continue;
            if (rest[i + 1] is 0 or (>= 0xD0 and <= 0xD7) or 0xFF) continue;
            return Take(i);
        }

        throw new PhotoException(PhotoFault.Damaged);
    }
}
