using System.Net.Mail;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;

namespace Portal.Messages.Services;

/// <summary>How many messages were tried, and how many of them are gone.</summary>
internal sealed record Delivered(int Tried, int Sent);

/// <summary>
/// Delivers the waiting messages of one tenant, each at least once. A message is claimed before it is sent, so that two
/// machines do not send the same one; when a machine dies in between, the claim runs out and it is sent again under the
/// same Message-ID.
/// </summary>
internal sealed class OutboxDelivery(
    PortalDbContext db, MailTransport mail, TextTransport texts, OutboxSeal seal, IEnumerable<ISendingCheck> checks, AuditLog audit, DateWords dates, TimeProvider clock, ILogger<OutboxDelivery> log)
{
    /// <summary>Longest time one attempt may take, with a margin.</summary>
    private static readonly TimeSpan claim = TimeSpan.FromMinutes(5);

    private const int AtOnce = 100;

    /// <summary>How long to wait after each failure; after the last the message is given up.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    public async Task<Delivered> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.NextAttemptAt <= now)
            .OrderBy(message => message.NextAttemptAt)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var quietUntil = due.Exists(message => message.IsQuiet) ? await HoldAsync(now, cancellationToken) : null;
        var (tried, sent) = (0, 0);
        foreach (var message in due)
        {
            if (message.IsQuiet && quietUntil is not null) continue;
            if (!await ClaimAsync(message, cancellationToken)) continue;
            tried++;
            if (await TryAsync(message, cancellationToken)) sent++;
        }

        return new Delivered(tried, sent);
    }

    /// <summary>In the quiet hours, lets what is to be held wait for their end; that counts as no attempt. Answers with the end, or null in the other hours.</summary>
    private async Task<DateTimeOffset?> HoldAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = await texts.SettingsAsync(cancellationToken);
        if (settings.Quiet.EndAfter(now, dates.Zone) is not { } end) return null;
        await db.Set<OutboxMessage>().Where(message => message.IsQuiet && message.NextAttemptAt < end)
            .ExecuteUpdateAsync(message => message.SetProperty(m => m.NextAttemptAt, end), cancellationToken);
        return end;
    }

    private async Task<bool> ClaimAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + claim;
        return await db.Set<OutboxMessage>()
            .Where(row => row.Id == message.Id && row.Attempts == message.Attempts && row.NextAttemptAt != null)
            .ExecuteUpdateAsync(row => row.SetProperty(m => m.Attempts, message.Attempts + 1).SetProperty(m => m.NextAttemptAt, until), cancellationToken) == 1;
    }

    private async Task<bool> TryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var content = Opened(message);
        try
        {
            if (content is null) throw new InvalidOperationException("The message cannot be opened any more.");
            if (await HoldBackAsync(message, content, cancellationToken)) return false;
            if (message.Channel == OutboxChannel.Text) await texts.SendAsync(message.Id, content, cancellationToken);
            else await mail.SendAsync(message, content, cancellationToken);
        }
        catch (Exception error) when (error is SmtpException or FormatException or InvalidOperationException or IOException or TimeoutException or CryptographicException)
        {
            // Mail servers repeat the address in what they answer; that of a person is kept in no log.
            var why = Describe(error);
            await KeepFailureAsync(message, message.SealedContent is not null && content is not null ? why.Replace(content.To, "…", StringComparison.OrdinalIgnoreCase) : why, cancellationToken);
            return false;
        }

        if (message.ForgetWhenSent)
        {
            await ForgetAsync(message);
            return true;
        }

        var now = clock.GetUtcNow();
        await db.Set<OutboxMessage>().Where(row => row.Id == message.Id).ExecuteUpdateAsync(
            row => row.SetProperty(m => m.SentAt, now).SetProperty(m => m.NextAttemptAt, (DateTimeOffset?)null).SetProperty(m => m.LastError, (string?)null)
                .SetProperty(m => m.HeldBackAt, (DateTimeOffset?)null).SetProperty(m => m.HeldBackFor, (string?)null), CancellationToken.None);
        return true;
    }

    /// <summary>What somebody forbade since the message was written holds: it is kept back, for whoever wrote it to see.</summary>
    private async Task<bool> HoldBackAsync(OutboxMessage message, OutboxContent content, CancellationToken cancellationToken)
    {
        if (message.SealedContent is null) return false;
        var toSend = new MessageToSend { IsText = message.Channel == OutboxChannel.Text, To = content.To, About = message.About, Heeded = content.Heeded };
        foreach (var check in checks)
        {
            if (await check.WhyNotAsync(toSend, cancellationToken) is not { } why) continue;
            db.DiscardChanges();
            var row = await db.Set<OutboxMessage>().SingleAsync(row => row.Id == message.Id, cancellationToken);
            (row.HeldBackAt, row.HeldBackFor, row.NextAttemptAt) = (clock.GetUtcNow(), why.Reason, null);
            audit.Record("message.held-back", why.SubjectKind, why.SubjectId, after: new { Message = message.Id, why.Reason });
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        return false;
    }

    private OutboxContent? Opened(OutboxMessage message)
    {
        try
        {
            return seal.Open(message);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task KeepFailureAsync(OutboxMessage message, string why, CancellationToken cancellationToken)
    {
        var failures = message.Attempts + 1;
        DateTimeOffset? next = failures <= Waits.Count ? clock.GetUtcNow() + Waits[failures - 1] : null;
        if (next is null && message.ForgetWhenSent) await ForgetAsync(message);
        log.LogWarning("Message {Id} could not be delivered (attempt {Attempt}): {Why}", message.Id, failures, why);
        await db.Set<OutboxMessage>().Where(row => row.Id == message.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(m => m.NextAttemptAt, next).SetProperty(m => m.LastError, why), cancellationToken);
    }

    private Task<int> ForgetAsync(OutboxMessage message) => db.Set<OutboxMessage>().Where(row => row.Id == message.Id).ExecuteDeleteAsync(CancellationToken.None);

    private static string Describe(Exception error)
        => string.Join(" ", new[] { error.Message, error.InnerException?.Message, error.InnerException?.InnerException?.Message }.OfType<string>().Distinct(StringComparer.Ordinal));
}
