using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>One entry of a group's history, in words.</summary>
/// <param name="TitleKey">Key of what was done.</param>
/// <param name="Why">Why, or at whose wish; null where nobody said.</param>
/// <param name="IsOfPlace">True where it was done to the place where the group meets.</param>
internal sealed record HistoryEntry(long Number, string TitleKey, string Who, string When, string? Why, bool IsOfPlace, IReadOnlyList<Difference> Differences);

/// <summary>The page of a group as it was at one moment, beside the present one.</summary>
/// <param name="Differences">What was said then and what is said now.</param>
internal sealed record PastVersion(long Number, string Who, string When, IReadOnlyList<Difference> Differences);

/// <summary>Reads the history of a group from the audit trail: its own, and that of the place where it meets.</summary>
internal sealed class GroupHistoryReader(PortalDbContext db, ListingInWords words, VenueInWords venueWords, DateWords dates)
{
    private const int AtOnce = 30;

    /// <summary>The newest entries, or those before a number, and the number before which there are older ones.</summary>
    /// <param name="all">True to show what only those see who manage listings.</param>
    public async Task<(IReadOnlyList<HistoryEntry> Entries, long? Older)> ReadAsync(Listing listing, long? before, bool all, CancellationToken cancellationToken)
    {
        var query = db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Before != null && entry.After != null
            && ((entry.SubjectKind == "listing" && entry.SubjectId == listing.Id) || (entry.SubjectKind == VenueEditor.Subject && entry.SubjectId == listing.VenueId)));
        if (before is { } number) query = query.Where(entry => entry.Number < number);
        var rows = await query.OrderByDescending(entry => entry.Number).Take(AtOnce + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(AtOnce).ToList();
        var pairs = shown.Where(row => row.SubjectKind == "listing")
            .Select(row => (Row: row, Before: Read<ListingSnapshot>(row.Before!), After: Read<ListingSnapshot>(row.After!)))
            .Where(entry => all || GroupAccess.IsVolunteers(entry.Before, entry.After))
            .ToList();
        var differences = await words.CompareAsync([.. pairs.Select(entry => (entry.Before, entry.After))], cancellationToken);
        var entries = pairs.Select((entry, place) => EntryOf(entry.Row, differences[place])).ToList();
        foreach (var row in shown.Where(row => row.SubjectKind == VenueEditor.Subject))
            entries.Add(EntryOf(row, await venueWords.CompareAsync(Read<VenueSnapshot>(row.Before!), Read<VenueSnapshot>(row.After!), cancellationToken)));
        return ([.. entries.OrderByDescending(entry => entry.Number)], rows.Count > AtOnce ? rows[AtOnce - 1].Number : null);
    }

    /// <summary>The page as it was after an entry; null when there is no such entry.</summary>
    public async Task<PastVersion?> ReadVersionAsync(Listing listing, long number, CancellationToken cancellationToken)
    {
        var row = await db.Set<AuditEntry>().AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.Number == number && entry.SubjectKind == "listing" && entry.SubjectId == listing.Id && entry.After != null, cancellationToken);
        if (row is null) return null;
        var now = listing.Snapshot();
        var differences = await words.CompareAsync([(now.WithContentOf(Read<ListingSnapshot>(row.After!)), now)], cancellationToken);
        return new PastVersion(number, row.ActorName, dates.Instant(row.At), differences[0]);
    }

    private HistoryEntry EntryOf(AuditEntry row, IReadOnlyList<Difference> differences)
        => new(row.Number, TitleOf(row.Action), row.ActorName, dates.Instant(row.At), row.Why, row.SubjectKind == VenueEditor.Subject, differences);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, PortalJson.Options)!;

    private static string TitleOf(string action) => action switch
    {
        "listing.confirmed" => "History.Confirmed",
        "listing.undone" or "venue.undone" => "History.Undone",
        "listing.restored" => "History.Restored",
        "listing.merged" => "History.Merged",
        "venue.changed" => "History.PlaceChanged",
        _ => "History.Changed",
    };
}
