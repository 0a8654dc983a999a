using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Reads the tenant's holidays, once per version of its content.</summary>
internal sealed class HolidayReader(PortalDbContext db, TenantContext tenant) : IBankHolidays
{
    private Holidays? changed;

    public async ValueTask<Holidays> ReadAsync(CancellationToken cancellationToken)
        => changed ?? await tenant.Profile.GetOrReadAsync(async () => new Holidays(await ReadSettingsAsync(cancellationToken)));

    async ValueTask<Predicate<DateOnly>> IBankHolidays.ReadAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).IsBankHoliday;

    public Task<HolidaySettings> ReadSettingsAsync(CancellationToken cancellationToken)
        => Setting.ReadAsync(db, HolidaySettings.Name, new HolidaySettings(), cancellationToken);

    /// <summary>From now on in this scope holidays are these, which are about to be saved.</summary>
    public void Use(HolidaySettings settings) => changed = new Holidays(settings);
}
