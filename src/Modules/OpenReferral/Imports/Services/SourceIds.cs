using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Knows which organisations and locations of a source are which in the directory.</summary>
internal sealed class SourceIds(PortalDbContext db)
{
    private readonly Dictionary<string, SourceLinks> known = new(StringComparer.Ordinal);

    /// <summary>The links of a source: read once, then kept up by whoever adds to them.</summary>
    public async Task<SourceLinks> OfAsync(string sourceId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(sourceId, out var links)) return links;
        links = new SourceLinks();
        var records = db.Set<ImportRecord>().AsNoTracking().Where(record => record.SourceId == sourceId && record.Kind != RecordKind.Service && record.OurId != null)
            .Select(record => new { record.Kind, record.ExternalId, record.OurId });
        await foreach (var record in records.AsAsyncEnumerable().WithCancellation(cancellationToken)) links.Add(record.Kind, record.ExternalId, record.OurId!);
        return known[sourceId] = links;
    }

    public void Forget() => known.Clear();
}

/// <summary>Ids in the directory by ids in a source.</summary>
internal sealed class SourceLinks
{
    private readonly Dictionary<string, string> organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> locations = new(StringComparer.Ordinal);

    public void Add(RecordKind kind, string externalId, string ourId) => (kind == RecordKind.Organization ? organizations : locations)[externalId] = ourId;

    /// <summary>Puts the directory's ids where values of a source name an organisation or a location; nothing where it has none of that id.</summary>
    public JsonObject Translate(JsonObject values)
    {
        Put(values, "OrganizationId", organizations);
        Put(values, "LocationId", locations);
        return values;
    }

    private static void Put(JsonObject values, string field, Dictionary<string, string> ids)
    {
        if (values[field]?.GetValue<string>() is not { } externalId) return;
        if (ids.TryGetValue(externalId, out var id)) values[field] = id;
        else values.Remove(field);
    }
}
