using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Messages.Contracts;
using Portal.Messages.Domain;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Platform.Security;

namespace Portal.Messages.Services;

/// <summary>Seals messages and the key of the gateway anew. A value is written only where it still is what was read.</summary>
internal sealed class SealedMessages(PortalDbContext db, OutboxSeal seal) : ISealedMessages
{
    private const int BatchSize = 100;

    public async Task<(int Sealed, int Unreadable)> ResealAsync(CancellationToken cancellationToken)
    {
        var (mark, after) = (seal.PresentKeyMark(), "");
        var (count, unreadable) = await KeyAsync(mark, cancellationToken);
        while (true)
        {
            // Ids grow with time and all have one length, so the order of letters is that of the rows.
            var rows = await db.Set<OutboxMessage>().AsNoTracking()
                .Where(message => message.SealedContent != null && message.SealedContent.Substring(0, KeyMarks.Length) != mark && string.Compare(message.Id, after) > 0)
                .OrderBy(message => message.Id).Select(message => new { message.Id, Content = message.SealedContent! }).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                if (Anew(row.Id, row.Content) is { } content)
                    count += await db.Set<OutboxMessage>().Where(message => message.Id == row.Id && message.SealedContent == row.Content).ExecuteUpdateAsync(change => change.SetProperty(message => message.SealedContent, content), cancellationToken);
                else unreadable++;
            }

            if (rows.Count < BatchSize) return (count, unreadable);
            after = rows[^1].Id;
        }
    }

    private async Task<(int Sealed, int Unreadable)> KeyAsync(string mark, CancellationToken cancellationToken)
    {
        var settings = await Setting.ReadAsync(db, TextSettings.Name, new TextSettings(), cancellationToken);
        if (settings.SealedHeader is not { } kept || kept.StartsWith(mark, StringComparison.Ordinal)) return (0, 0);
        if (Anew(TextSettings.Name, kept) is not { } value) return (0, 1);
        await Setting.WriteAsync(db, TextSettings.Name, settings with { SealedHeader = value }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return (1, 0);
    }

    private string? Anew(string id, string content)
    {
        try
        {
            return seal.Anew(id, content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
