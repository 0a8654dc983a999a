using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Portal.Messages.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;

namespace Portal.Messages.Pages.Dev;

/// <summary>One message as its reader gets it, with links that work. There is no such page except in development.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MailMessageModel(PortalDbContext db, OutboxSeal seal, IHostEnvironment environment) : PageModel
{
    public OutboxMessage Message { get; private set; } = null!;

    public OutboxContent Opened { get; private set; } = null!;

    /// <summary>The HTML of the message without what is around it; our own writer has encoded it.</summary>
    public string Body => MessageWriter.BodyOf(Opened.Html).Replace("class=\"button\"", "class=\"nhsuk-button\"", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()) return NotFound();
        Message = (await db.Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, cancellationToken))!;
        if (Message is null) return NotFound();
        Opened = seal.Open(Message);
        return Page();
    }
}
