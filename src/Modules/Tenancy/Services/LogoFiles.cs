using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Tenancy.Services;

/// <summary>The tenant's logo: a small picture, known by its bytes and never by what its sender says it is.</summary>
internal sealed partial class LogoFiles(TenantDatabases databases, TenantContext tenant)
{
    private const string Beginning = "logo-";

    public const int MaxLength = 500 * 1024;

    public static IReadOnlyDictionary<string, string> ContentTypes { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { [".png"] = "image/png", [".jpg"] = "image/jpeg", [".webp"] = "image/webp" };

    /// <summary>Where the tenant's media are.</summary>
    public string Folder => Path.Combine(databases.FolderOf(tenant.Tenant.Name), "media");

    /// <summary>The files there are, by name.</summary>
    public IReadOnlyList<string> Names
        => System.IO.Directory.Exists(Folder) ? [.. System.IO.Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(IsName).Order(StringComparer.Ordinal)] : [];

    /// <summary>Keeps a picture under a name made from its bytes; null when it is none, or too large.</summary>
    public async Task<string?> SaveAsync(IFormFile sent, CancellationToken cancellationToken)
    {
        if (sent.Length is 0 or > MaxLength) return null;
        using var buffer = new MemoryStream();
        await sent.CopyToAsync(buffer, cancellationToken);
        return await SaveAsync(buffer.ToArray(), cancellationToken);
    }

    /// <summary>Keeps a picture under a name made from its bytes; null when it is none, or too large.</summary>
    public async Task<string?> SaveAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (picture.Length > MaxLength || EndingOf(picture) is not { } ending) return null;
        var name = $"{Beginning}{Convert.ToHexStringLower(SHA256.HashData(picture).AsSpan(0, 8))}{ending}";
        await WriteAsync(name, picture, cancellationToken);
        return name;
    }

    /// <summary>Writes a file of the tenant, whole or not at all.</summary>
    public async Task WriteAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(Folder);
        var unfinished = Path.Combine(Folder, $".{name}.unfinished");
        await File.WriteAllBytesAsync(unfinished, bytes, cancellationToken);
        File.Move(unfinished, Path.Combine(Folder, name), overwrite: true);
    }

    /// <summary>True for a name that a file of a tenant can have.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name) && ContentTypes.ContainsKey(Path.GetExtension(name));

    /// <summary>True for the name of a logo, of now or of earlier times.</summary>
    public static bool IsLogo(string name) => name.StartsWith(Beginning, StringComparison.Ordinal);

    /// <summary>The ending that a picture of these bytes has.</summary>
    internal static string? EndingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A })) return ".png";
        if (bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })) return ".jpg";
        return bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? ".webp" : null;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
