using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

/// <summary>Keeps short lists that are only ever read whole as JSON text, alike on both databases.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<IReadOnlyList<TItem>> AsJson<TItem>(this PropertyBuilder<IReadOnlyList<TItem>> property)
        => property.HasConversion(
            list => JsonSerializer.Serialize(list, PortalJson.Options),
            stored => JsonSerializer.Deserialize<List<TItem>>(stored, PortalJson.Options)!,
            new ValueComparer<IReadOnlyList<TItem>>(
                (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
                list => list.Count,
                list => list.ToList()));
}
