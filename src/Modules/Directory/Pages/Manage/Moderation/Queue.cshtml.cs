using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>Everything that waits for a moderator, the oldest first.</summary>
internal sealed class QueueModel(ModerationQueue queue, GroupAccess access) : PageModel
{
    /// <summary>Kind to keep to; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Whose things to keep to; null for everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public QueuePage Queue { get; private set; } = null!;

    public bool ManagesAll { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Kind is not null && queue.SourceOf(Kind) is null) Kind = null;
        if (Whose is not (ModerationQueue.Mine or ModerationQueue.Nobodys)) Whose = null;
        Queue = await queue.ReadAsync(new QueueQuery(Kind, Whose, Number), cancellationToken);
        ManagesAll = await access.ManagesAllAsync();
    }

    /// <summary>Address of the queue under a choice; for the links between its pages, up to the number.</summary>
    public string AddressOf(string? kind, string? whose, bool forPages = false)
    {
        var asked = new[] { kind is null ? null : "kind=" + kind, whose is null ? null : "whose=" + whose, forPages ? "number=" : null }.OfType<string>().ToList();
        return Url.Content("~/manage/moderation" + (asked.Count == 0 ? "" : "?" + string.Join('&', asked)));
    }
}
