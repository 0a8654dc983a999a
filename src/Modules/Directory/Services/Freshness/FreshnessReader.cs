using NodaTime;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>The tenant's rules of freshness as of today; its settings are read once per version of its content.</summary>
internal sealed class FreshnessReader(PortalDbContext db, DateWords dates, TenantContext tenant)
{
    private FreshnessSettings? changed;

    public async ValueTask<Freshness> ReadAsync(CancellationToken cancellationToken)
        => new(changed ?? await tenant.Profile.GetOrReadAsync(() => ReadSettingsAsync(cancellationToken)), dates.Today);

    public Task<FreshnessSettings> ReadSettingsAsync(CancellationToken cancellationToken)
        => Setting.ReadAsync(db, FreshnessSettings.Name, new FreshnessSettings(), cancellationToken);

    /// <summary>From now on in this scope the rules are these, which are about to be saved.</summary>
    public void Use(FreshnessSettings settings) => changed = settings;

    /// <summary>What a listing says of itself. One that is not saved yet came today.</summary>
    public FreshnessFacts FactsOf(Listing listing) => FactsOf(listing.AssuredOn, listing.AddedAt, listing.BackOn, listing.Places);

    public FreshnessFacts FactsOf(DateOnly? assuredOn, DateTimeOffset addedAt, DateOnly? backOn, Places places)
        => new(assuredOn, addedAt == default ? dates.Today : dates.DateOf(addedAt), backOn, places == Places.Paused);

    /// <summary>The instant at which a day begins for the tenant.</summary>
    public DateTimeOffset StartOf(DateOnly day)
        => DateTimeZoneProviders.Tzdb[tenant.Settings.TimeZone].AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset();
}
