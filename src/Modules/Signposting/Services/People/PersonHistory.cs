using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.People;

/// <summary>Something that somebody did with a record: looked at it, changed a section.</summary>
internal sealed record HistoryEntry(DateTimeOffset At, string Who, string Action, PersonSection? Section);

/// <summary>Who did what with a record, from the audit trail.</summary>
internal sealed class PersonHistory(AuditLog audit)
{
    private const int PageSize = 50;

    /// <summary>One page, the newest first.</summary>
    public async Task<Page<HistoryEntry>> ReadAsync(string personId, int page, CancellationToken cancellationToken)
    {
        var entries = await audit.Of(PersonAccess.AuditSubject, personId)
            .Select(entry => new { entry.At, entry.ActorName, entry.Action, entry.After })
            .ToPageAsync(page, PageSize, cancellationToken);
        return new Page<HistoryEntry>([.. entries.Items.Select(entry => new HistoryEntry(entry.At, entry.ActorName, entry.Action, SectionOf(entry.After)))], entries.Number, entries.Size, entries.Total);
    }

    private static PersonSection? SectionOf(string? after)
        => after is not null && System.Text.Json.Nodes.JsonNode.Parse(after)?["Section"]?.GetValue<string>() is { } name && Enum.TryParse<PersonSection>(name, out var section) ? section : null;
}
