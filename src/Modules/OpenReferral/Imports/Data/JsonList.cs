using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Data;

/// <summary>Keeps a short list that is only ever read whole as JSON text, alike on both databases.</summary>
internal sealed class JsonList<TItem>() : ValueConverter<IReadOnlyList<TItem>, string>(
    list => JsonSerializer.Serialize(list, PortalJson.Options),
    stored => JsonSerializer.Deserialize<List<TItem>>(stored, PortalJson.Options)!)
{
    public static ValueComparer<IReadOnlyList<TItem>> Comparer { get; } = new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        list => list.Count,
        list => list.ToList());
}
