using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Pages.Manage.Imports;

/// <summary>All sources with their last run.</summary>
internal sealed class ImportsModel(PortalDbContext db) : PageModel
{
    public IReadOnlyList<ListedSource> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Sources = await db.Set<ImportSource>().AsNoTracking().OrderBy(source => source.Name)
            .Select(source => new ListedSource(
                source.Id, source.Name, source.Kind,
                db.Set<ImportRecord>().Count(record => record.SourceId == source.Id && record.Kind == RecordKind.Service && record.State == RecordState.Live),
                db.Set<ImportRun>().Where(run => run.SourceId == source.Id).OrderByDescending(run => run.StartedAt).FirstOrDefault()))
            .ToListAsync(cancellationToken);
}

/// <summary>A source in the list.</summary>
internal sealed record ListedSource(string Id, string Name, SourceKind Kind, int Groups, ImportRun? Last);
