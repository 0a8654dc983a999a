using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Directory.Contracts;

/// <summary>
/// Makes the identifiers of the open data: UUIDs of version 5 (RFC 9562, section 5.5), which are the same whenever they are made of
/// the same names. The only place that makes them.
/// </summary>
public static class PublicIds
{
    /// <summary>The namespace of all of them; a random UUID, chosen once.</summary>
    private static readonly Guid portal = new("7d3f0f0a-52c8-4b0e-9d55-6c0d6b3f7a11");

    /// <summary>Id of a thing of a tenant.</summary>
    /// <param name="tenant">Name of the tenant.</param>
    /// <param name="kind">Kind of thing: <c>Listing</c>, <c>Term</c>.</param>
    /// <param name="id">Its id in the tenant's database.</param>
    public static Guid Of(string tenant, string kind, string id) => Part(portal, $"{tenant}/{kind}/{id}");

    /// <summary>Id of a part of something, such as its first schedule.</summary>
    /// <param name="whole">Id of the whole.</param>
    /// <param name="name">Name of the part within it: <c>schedule/0</c>.</param>
    public static Guid Part(Guid whole, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        Span<byte> named = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        whole.TryWriteBytes(named, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, named[16..]);
#pragma warning disable CA5350 // The standard says SHA-1; nothing here is secret.
        SHA1.HashData(named, hash);
#pragma warning restore CA5350
        var version = (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0fff) | 0x5000);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], version);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
