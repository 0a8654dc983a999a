using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Directory.Domain;

/// <summary>
/// A number for the words of a page that stays nearly the same when few of them change, so that a counter, a date or a new line
/// of news is no new page. SimHash: M. Charikar, Similarity Estimation Techniques from Rounding Algorithms, 2002.
/// </summary>
internal static class WordPrint
{
    /// <summary>Prints that differ in more of their 64 bits are of other words. Two texts without a word in common differ in about 32.</summary>
    private const int MostDifferent = 12;

    /// <summary>Fewer words say nothing: such a page is filled in by a script.</summary>
    private const int FewestWords = 20;

    /// <summary>The print; null where there are too few words.</summary>
    public static long? Of(IReadOnlyCollection<string> words)
    {
        if (words.Count < FewestWords) return null;
        Span<int> votes = stackalloc int[64];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var word in words)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(word), hash);
            var bits = BinaryPrimitives.ReadUInt64LittleEndian(hash);
            for (var bit = 0; bit < 64; bit++) votes[bit] += (bits >> bit & 1) == 1 ? 1 : -1;
        }

        var print = 0ul;
        for (var bit = 0; bit < 64; bit++)
        {
            if (votes[bit] > 0) print |= 1ul << bit;
        }

        return unchecked((long)print);
    }

    public static bool AreAlike(long a, long b) => BitOperations.PopCount(unchecked((ulong)(a ^ b))) <= MostDifferent;
}
