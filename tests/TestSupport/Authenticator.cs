using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace TestSupport;

/// <summary>An authenticator app (RFC 6238, six figures, half a minute).</summary>
public sealed class Authenticator(string key)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private int used = -1;

    /// <summary>A code that has not been asked for yet: the present one, then those of the next half minutes, which are taken as well.</summary>
    public string NextCode() => Code(++used);

    private string Code(int stepsAhead)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsAhead);
#pragma warning disable CA5350 // as the standard has it
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var (bytes, bits, buffer) = (new List<byte>(), 0, 0);
        foreach (var character in text.Where(char.IsLetterOrDigit))
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
