using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.People;

/// <summary>
/// Makes the keyed hashes by which a record is found without any record being read. The key is a secret of the tenant, made at
/// first use and kept sealed among its settings; each kind of hash has a key of its own, derived from it. A copy of the
/// database without the keys of Data Protection cannot even be asked whether a certain person is in it.
/// </summary>
internal sealed class PersonLookup(TenantContext tenant, ITenantScopes scopes, PrivateText texts)
{
    /// <summary>Name of the setting that holds the sealed secret.</summary>
    public const string SettingName = "signposting.lookup";

    /// <summary>The column the secret is sealed for; its row is <see cref="SettingName"/>.</summary>
    public const string Column = "SealedLookup";

    private const int KeyBytes = 32;

    /// <summary>The hashes of a person.</summary>
    public async Task<PersonHashes> HashesAsync(Who who, CancellationToken cancellationToken)
    {
        var secret = await SecretAsync(cancellationToken);
        return new PersonHashes(
            who.Nhs is { } nhs ? Hash(secret, "nhs", nhs.Digits) : null,
            Normalise(who.FamilyName) is { Length: > 0 } family && who.Born.Value is { } born ? Hash(secret, "name", $"{family}|{born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}") : null);
    }

    /// <summary>A name without what people write now this way, now that: case, accents, spaces, hyphens, apostrophes.</summary>
    public static string Normalise(string? name)
        => string.Concat((name ?? "").Normalize(NormalizationForm.FormKD).Where(char.IsLetter)).ToUpperInvariant();

    private static string Hash(byte[] secret, string kind, string value)
    {
        var key = HKDF.Expand(HashAlgorithmName.SHA256, secret, KeyBytes, Encoding.UTF8.GetBytes("signposting.lookup." + kind));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)));
    }

    private async Task<byte[]> SecretAsync(CancellationToken cancellationToken)
        => (await tenant.Profile.GetOrReadAsync(async () => new Secret(await ReadOrMakeAsync(cancellationToken)))).Bytes;

    /// <summary>In a scope of its own: what the caller has changed is not saved along the way.</summary>
    private Task<byte[]> ReadOrMakeAsync(CancellationToken cancellationToken) => scopes.RunAsync(
        tenant.Tenant,
        async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            if (await ReadAsync(db, cancellationToken) is { } known) return known;
            var made = texts.Seal(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), SettingName, Column);
            await Setting.WriteAsync(db, SettingName, made, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Somebody else made it in the same moment: there is only ever one.
                db.DiscardChanges();
            }

            return (await ReadAsync(db, cancellationToken))!;
        },
        cancellationToken);

    private async Task<byte[]?> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
        => await Setting.ReadAsync<string?>(db, SettingName, null, cancellationToken) is { } kept ? Convert.FromBase64String(texts.Open(kept, SettingName, Column)) : null;

    private sealed record Secret(byte[] Bytes);
}
