using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Portal.Messages.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;

namespace Portal.Messages.Pages.Dev;

/// <summary>The tenant's mail, the newest first. There is no such page except in development.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MailModel(PortalDbContext db, OutboxSeal seal, IHostEnvironment environment) : PageModel
{
    private const int Most = 100;

    public Page<Row> Messages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()) return NotFound();
        var messages = await db.Set<OutboxMessage>().AsNoTracking().OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id).ToPageAsync(1, Most, cancellationToken);
        Messages = new Page<Row>([.. messages.Items.Select(message => RowOf(message, seal.Open(message)))], messages.Number, messages.Size, messages.Total);
        return Page();
    }

    private static Row RowOf(OutboxMessage message, OutboxContent content)
        => new(message.Id, content.To, message.Language, message.Channel == OutboxChannel.Text ? content.Text : content.Subject, message.CreatedAt, message.SentAt is not null);

    internal sealed record Row(string Id, string To, string Language, string Subject, DateTimeOffset CreatedAt, bool IsSent);
}
