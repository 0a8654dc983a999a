using System.Buffers.Binary;
using Portal.Search.Contracts;

namespace Portal.Directory.Domain;

/// <summary>
/// Where the postcodes of one outcode are: ten bytes each, in order of their second halves. Two and a half million of them are 27 MB, and a search
/// for one reads the few thousand of its outcode.
/// </summary>
/// <param name="bytes">The second half as a number (two bytes), latitude and longitude in hundred thousandths of a degree, about a metre (four bytes each).</param>
internal sealed class PostcodeBlock(byte[] bytes)
{
    private const int Size = 10;
    private const double Degree = 100_000;

    /// <summary>How many second halves there can be.</summary>
    public const int Numbers = 10 * 26 * 26;

    /// <summary>Set on the numbers of postcodes that are no more; kept only where an outcode has no others.</summary>
    private const ushort Terminated = 0x8000;

    private int Count => bytes.Length / Size;

    /// <summary>Writes the postcodes of an outcode. Those that are no more stand for nothing but the middle of an outcode that has no others.</summary>
    public static byte[] Write(IReadOnlyCollection<PostcodePoint> postcodes)
    {
        var isAlive = postcodes.Any(postcode => !postcode.IsTerminated);
        var kept = new SortedDictionary<ushort, PostcodePoint>();
        foreach (var postcode in postcodes)
        {
            if (isAlive && postcode.IsTerminated) continue;
            kept[(ushort)(postcode.Incode | (postcode.IsTerminated ? Terminated : 0))] = postcode;
        }

        var bytes = new byte[kept.Count * Size];
        var place = 0;
        foreach (var (number, postcode) in kept)
        {
            var entry = bytes.AsSpan(place++ * Size, Size);
            BinaryPrimitives.WriteUInt16LittleEndian(entry, number);
            BinaryPrimitives.WriteInt32LittleEndian(entry[2..], postcode.Latitude);
            BinaryPrimitives.WriteInt32LittleEndian(entry[6..], postcode.Longitude);
        }

        return bytes;
    }

    /// <summary>A postcode as it is put into a block.</summary>
    /// <param name="incode">The second half: <c>7HY</c>.</param>
    public static PostcodePoint Point(string incode, double latitude, double longitude, bool isTerminated)
        => new(NumberOf(incode), (int)Math.Round(latitude * Degree), (int)Math.Round(longitude * Degree), isTerminated);

    /// <summary>Where a postcode is; null when it is not known, or is no more.</summary>
    public Point? Find(string incode)
    {
        var (wanted, low, high) = (NumberOf(incode), 0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var number = Number(middle);
            if (number == wanted) return At(middle);
            if (number < wanted) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>The middle of the sector a postcode is in: those whose second half begins with the same digit. Null when it has none.</summary>
    public Point? Sector(string incode)
    {
        var first = NumberOf(incode[..1] + "AA");
        return MiddleOf(Enumerable.Range(0, Count).Where(place => Number(place) >= first && Number(place) < first + (26 * 26)));
    }

    /// <summary>The middle of the outcode.</summary>
    public Point? Middle() => MiddleOf(Enumerable.Range(0, Count));

    /// <summary>The second half of a postcode as a number below <see cref="Numbers"/>.</summary>
    public static ushort NumberOf(string incode) => (ushort)(((incode[0] - '0') * 26 * 26) + ((incode[1] - 'A') * 26) + (incode[2] - 'A'));

    private ushort Number(int place) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(place * Size));

    private Point At(int place)
        => new(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan((place * Size) + 2)) / Degree, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan((place * Size) + 6)) / Degree);

    private Point? MiddleOf(IEnumerable<int> places)
    {
        var points = places.Select(At).ToList();
        return points.Count == 0 ? null : new Point(points.Average(point => point.Latitude), points.Average(point => point.Longitude));
    }
}

/// <summary>A postcode of an outcode and where it is, in hundred thousandths of a degree.</summary>
internal readonly record struct PostcodePoint(ushort Incode, int Latitude, int Longitude, bool IsTerminated);
