using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Writes down, with the change that says so, that something was looked for in vain.</summary>
internal sealed class UnmetNeeds(PortalDbContext db, IPlaces places, DateWords dates) : IUnmetNeeds
{
    public void Record(UnmetWish wish)
    {
        var kinds = wish.Activities.Concat(wish.Needs.Select(path => UnmetNeed.NeedPrefix + path)).DefaultIfEmpty(UnmetNeed.Any).ToList();
        var week = VisitCount.WeekOf(dates.Today);
        db.BeforeSaving(async cancellationToken =>
        {
            var area = await AreaAsync(wish.Place, cancellationToken);
            foreach (var kind in kinds.Order(StringComparer.Ordinal)) await AddAsync(db, week, kind, area, 1, cancellationToken);
        });
    }

    /// <summary>Adds to a number, so that several machines can do it at once.</summary>
    public static Task AddAsync(PortalDbContext db, DateOnly week, string category, string area, int count, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync(
            $"""INSERT INTO directory_unmet_needs ("Week", "Category", "Area", "Count") VALUES ({week}, {Short(category)}, {Short(area)}, {count}) ON CONFLICT ("Week", "Category", "Area") DO UPDATE SET "Count" = directory_unmet_needs."Count" + excluded."Count" """,
            cancellationToken);

    /// <summary>The first half of a postcode, or the town as it is properly called: what was typed is not kept.</summary>
    private async Task<string> AreaAsync(string? typed, CancellationToken cancellationToken)
        => typed is null ? UnmetNeed.Any : Postcode.Parse(typed)?.Outcode ?? (await places.FindAsync(typed, cancellationToken))?.Name ?? UnmetNeed.Any;

    private static string Short(string text) => text.Length <= 120 ? text : text[..120];
}
