using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>The languages a group can say are spoken there.</summary>
internal sealed class SpokenLanguages(PortalDbContext db, TenantContext tenant, ListingWording wording)
{
    /// <summary>Spoken in many places, so offered everywhere.</summary>
    private static readonly string[] common = ["en", "ur", "pa", "bn", "pl", "ar", "gu", "hi", "ro", "sk", "uk", "fa", "so", "bfi"];

    /// <summary>The common ones, those of the site, those of any group and those given, by name.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> OfferedAsync(IReadOnlyList<string> given, CancellationToken cancellationToken)
    {
        var known = await tenant.Profile.GetOrReadAsync(async () => new Known(
            [.. (await db.Set<Listing>().Select(listing => listing.Languages).ToListAsync(cancellationToken)).SelectMany(codes => codes).Distinct(StringComparer.Ordinal)]));
        return
        [
            .. common.Concat(tenant.Settings.Languages).Concat(known.Codes).Concat(given).Distinct(StringComparer.Ordinal)
                .Select(code => (code, wording.Language(code))).OrderBy(language => language.Item2, StringComparer.CurrentCulture),
        ];
    }

    private sealed record Known(IReadOnlyList<string> Codes);
}
