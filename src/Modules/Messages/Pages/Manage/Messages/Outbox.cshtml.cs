using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Messages.Resources;
using Portal.Messages.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Platform.Tenants;

namespace Portal.Messages.Pages.Manage.Messages;

/// <summary>What waits to go out, what failed and why. What is in a message is not shown: it is for its reader.</summary>
internal sealed class OutboxModel(PortalDbContext db, TenantContext tenant, DeliveryNudge nudge, AuditLog audit, TimeProvider clock, IStringLocalizer<MessagesText> texts) : PageModel
{
    private const int PageSize = 50;

    public Page<Row> Messages { get; private set; } = null!;

    public int Sent { get; private set; }

    public async Task OnGetAsync(int number, CancellationToken cancellationToken)
    {
        Messages = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.SentAt == null)
            .OrderByDescending(message => message.CreatedAt).ThenBy(message => message.Id)
            .Select(message => new Row(message.Id, message.To, message.Language, message.Subject, message.CreatedAt, message.Attempts, message.NextAttemptAt, message.LastError, message.Channel, message.SealedContent != null, message.HeldBackAt != null))
            .ToPageAsync(number, PageSize, cancellationToken);
        Sent = await db.Set<OutboxMessage>().CountAsync(message => message.SentAt != null, cancellationToken);
    }

    /// <summary>Tries one message again, or all that wait. What was held back is asked about again before it goes.</summary>
    public async Task<IActionResult> OnPostAgainAsync(string? id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<OutboxMessage>().Where(message => message.SentAt == null && (id == null ? message.HeldBackAt == null : message.Id == id))
            .ExecuteUpdateAsync(message => message.SetProperty(m => m.NextAttemptAt, now).SetProperty(m => m.Attempts, 0), cancellationToken);
        audit.Record("message.tried-again", "message", id ?? "all");
        await db.SaveChangesAsync(cancellationToken);
        nudge.Tell(tenant.Tenant);
        TempData["Notice"] = texts["Outbox.AgainDone"].Value;
        return RedirectToPage();
    }

    internal sealed record Row(string Id, string To, string Language, string Subject, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset? NextAttemptAt, string? LastError, OutboxChannel Channel, bool IsSealed, bool IsHeldBack);
}
