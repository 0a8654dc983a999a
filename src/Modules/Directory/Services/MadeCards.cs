using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Portal.Directory.Contracts;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>
/// Cards made lately, each for one version of its tenant's content and one language. A minute is the longest that one is kept, as with pages, because
/// cards say "today" and which meeting is next.
/// </summary>
internal sealed class MadeCards : IDisposable
{
    private const int Most = 5000;
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(1);
    private readonly MemoryCache cards = new(new MemoryCacheOptions { SizeLimit = Most });

    public ListingCard? Find(TenantContext tenant, string id) => cards.Get<ListingCard>(KeyOf(tenant, id));

    public void Keep(TenantContext tenant, string id, ListingCard card)
        => cards.Set(KeyOf(tenant, id), card, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = longest, Size = 1 });

    public void Dispose() => cards.Dispose();

    /// <summary>The profile is another object after every change of the tenant's content. Words are in the culture of the moment, texts in the reader's language.</summary>
    private static (TenantProfile Profile, string Language, string Culture, string Id) KeyOf(TenantContext tenant, string id)
        => (tenant.Profile, tenant.Language, CultureInfo.CurrentUICulture.Name, id);
}
