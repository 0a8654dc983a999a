using System.Security.Cryptography;

namespace Portal.Platform.Data;

/// <summary>Makes identifiers in the shape Orchard Core uses for content items: 26 lower-case letters and digits.</summary>
public static class Ids
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: nothing to confuse when read aloud

    /// <summary>Length of a made identifier, and the longest a recipe may give.</summary>
    public const int Length = 26;

    /// <summary>A new identifier; later ones sort after earlier ones, to the millisecond (a UUID of version 7 in base 32).</summary>
    public static string New(TimeProvider clock)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(clock.GetUtcNow()).TryWriteBytes(bytes, bigEndian: true, out _);
        var value = new UInt128(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes), System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        return string.Create(Length, value, static (text, number) =>
        {
            for (var i = text.Length - 1; i >= 0; i--)
            {
                text[i] = Alphabet[(int)(number & 31)];
                number >>= 5;
            }
        });
    }

    /// <summary>When an identifier made by <see cref="New"/> was made, to the millisecond; null for one that somebody gave.</summary>
    public static DateTimeOffset? TimeOf(string id)
    {
        const int versionAt = 76;
        if (id.Length != Length) return null;
        UInt128 value = 0;
        foreach (var letter in id)
        {
            if (Alphabet.IndexOf(letter, StringComparison.Ordinal) is var digit && digit < 0) return null;
            value = (value << 5) | (uint)digit;
        }

        if ((int)((value >> versionAt) & 0xF) != 7) return null;
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(value >> 80));
    }

    /// <summary>A code nobody can guess, of <paramref name="length"/> characters with five random bits each.</summary>
    public static string Secret(int length)
        => RandomNumberGenerator.GetString(Alphabet, length);
}
