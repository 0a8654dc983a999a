using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Portal.Platform.Data;
using Portal.Platform.Messages;

namespace Portal.Messages.Pages.Dev;

/// <summary>The tenant's mail, the newest first. There is no such page except in development.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MailModel(PortalDbContext db, IHostEnvironment environment) : PageModel
{
    private const int Most = 100;

    public Page<Row> Messages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()) return NotFound();
        Messages = await db.Set<OutboxMessage>().AsNoTracking().OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Select(message => new Row(message.Id, message.To, message.Language, message.Subject, message.CreatedAt, message.SentAt != null))
            .ToPageAsync(1, Most, cancellationToken);
        return Page();
    }

    internal sealed record Row(string Id, string To, string Language, string Subject, DateTimeOffset CreatedAt, bool IsSent);
}
