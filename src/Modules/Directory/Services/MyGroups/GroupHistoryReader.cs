using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>One entry of a group's history, in words.</summary>
/// <param name="TitleKey">Key of what was done.</param>
/// <param name="Why">Why, or at whose wish; null where nobody said.</param>
internal sealed record HistoryEntry(long Number, string TitleKey, string Who, string When, IReadOnlyList<Difference> Differences, string? Why);

/// <summary>Reads the history of a group from the audit trail.</summary>
internal sealed class GroupHistoryReader(AuditLog audit, ListingInWords words, DateWords dates)
{
    private const int AtOnce = 30;

    /// <summary>The newest entries, or those before a number, and the number before which there are older ones.</summary>
    /// <param name="all">True to show what only those see who manage listings.</param>
    public async Task<(IReadOnlyList<HistoryEntry> Entries, long? Older)> ReadAsync(string listingId, long? before, bool all, CancellationToken cancellationToken)
    {
        var query = audit.Of("listing", listingId);
        if (before is { } number) query = query.Where(entry => entry.Number < number);
        var rows = await query.Where(entry => entry.Before != null && entry.After != null).Take(AtOnce + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(AtOnce)
            .Select(row => (Row: row, Before: Read(row.Before!), After: Read(row.After!)))
            .Where(entry => all || GroupAccess.IsVolunteers(entry.Before, entry.After))
            .ToList();
        var differences = await words.CompareAsync([.. shown.Select(entry => (entry.Before, entry.After))], cancellationToken);
        var entries = shown.Select((entry, place) => new HistoryEntry(
            entry.Row.Number, TitleOf(entry.Row.Action), entry.Row.ActorName, dates.Instant(entry.Row.At), differences[place], entry.Row.Why));
        return ([.. entries], rows.Count > AtOnce ? rows[AtOnce - 1].Number : null);
    }

    private static ListingSnapshot Read(string json) => JsonSerializer.Deserialize<ListingSnapshot>(json, PortalJson.Options)!;

    private static string TitleOf(string action) => action switch
    {
        "listing.confirmed" => "History.Confirmed",
        "listing.undone" or "listing.restored" => "History.Undone",
        _ => "History.Changed",
    };
}
