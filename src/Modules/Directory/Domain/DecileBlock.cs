namespace Portal.Directory.Domain;

/// <summary>The deciles of the postcodes of one outcode: a byte for each second half there can be, which leaves nothing to search.</summary>
/// <param name="bytes">From 1 to 10; 0 where it is not known.</param>
internal sealed class DecileBlock(byte[] bytes)
{
    public const int Most = 10;

    /// <summary>A block without deciles.</summary>
    public DecileBlock()
        : this(new byte[PostcodeBlock.Numbers])
    {
    }

    /// <summary>As it is kept.</summary>
    public byte[] Bytes => bytes;

    /// <summary>The decile of a postcode, by its second half; null when it is not known.</summary>
    public int? Find(string incode) => bytes[PostcodeBlock.NumberOf(incode)] is > 0 and var decile ? decile : null;

    /// <summary>Notes a decile. False when another is noted for the same postcode.</summary>
    /// <param name="incode">The second half: <c>7HY</c>.</param>
    public bool Note(string incode, int decile)
    {
        ref var noted = ref bytes[PostcodeBlock.NumberOf(incode)];
        if (noted > 0) return noted == decile;
        noted = (byte)decile;
        return true;
    }
}
