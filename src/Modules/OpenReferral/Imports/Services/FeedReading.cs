using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Opens what a run reads: the right reader with the words of the directory.</summary>
internal sealed class FeedReading(PortalDbContext db, ITaxonomies taxonomies, ImportFiles files, DateWords dates, TenantContext tenant, IStringLocalizer<ImportText> texts)
{
    public async Task<DraftReader> DraftsAsync(ImportSource source, CancellationToken cancellationToken)
        => new(new KnownWords(await taxonomies.ReadAsync(cancellationToken)), AskCost(source.Language));

    /// <summary>All items of a run, from the first.</summary>
    public async IAsyncEnumerable<FeedItem> ReadAsync(ImportSource source, string runId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var drafts = await DraftsAsync(source, cancellationToken);
        if (source.Kind == SourceKind.Feed && files.Of(runId) is [var only] && await CalendarReader.IsCalendarAsync(only, cancellationToken))
        {
            foreach (var item in CalendarReader.Read(await File.ReadAllBytesAsync(only, cancellationToken), tenant.Settings.TimeZone, dates.Today, drafts)) yield return item;
            yield break;
        }

        if (source.Kind == SourceKind.Feed)
        {
            await foreach (var item in OrukReader.ReadAsync(files.Of(runId), drafts, cancellationToken)) yield return item;
            yield break;
        }

        var fixes = await db.Set<LineFix>().AsNoTracking().Where(fix => fix.SourceId == source.Id).ToDictionaryAsync(fix => fix.Hash, fix => fix.Cells, StringComparer.Ordinal, cancellationToken);
        await using var stream = files.Open(runId);
        await foreach (var item in SheetReader.ReadAsync(stream, source.Mapping, drafts, fixes, cancellationToken)) yield return item;
    }

    /// <summary>The beginning of a spreadsheet; null where there is nothing in it.</summary>
    public async Task<SheetHead?> HeadAsync(string runId, CancellationToken cancellationToken)
    {
        if (files.Of(runId).Count == 0) return null;
        await using var stream = files.Open(runId);
        return await SheetReader.HeadAsync(stream, cancellationToken);
    }

    /// <summary>What stands on the page of a group whose source does not say what it costs, in the language of the source.</summary>
    private string AskCost(string language) => (LanguageInfo.Find(language) ?? LanguageInfo.Of("en")).Say(() => texts["Cost.Ask"].Value);
}
