using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>Takes a thing of the queue, hands it to somebody, or lets it go. Every page of the queue sends its form here.</summary>
internal sealed class AssignModel(Assignments assignments, ModerationQueue queue, CurrentActor actor, IStringLocalizer<ModerationText> texts) : PageModel
{
    /// <summary>Value that stands for the moderator who sends the form.</summary>
    public const string Me = "me";

    /// <summary>Somebody followed the address of a button.</summary>
    public IActionResult OnGet() => Redirect(Url.Content("~/manage/moderation"));

    /// <param name="to">Id of a moderator, <see cref="Me"/>, or nothing for nobody.</param>
    public async Task<IActionResult> OnPostAsync(string kind, string id, string? to, CancellationToken cancellationToken)
    {
        if (queue.SourceOf(kind) is not { } source || await source.OldestAsync(new ModerationFilter([id], []), 1, cancellationToken) is not [{ } row]) return NotFound();
        var userId = string.IsNullOrEmpty(to) ? null : to == Me ? actor.UserId : to;
        if (!await assignments.GiveAsync(kind, id, userId, cancellationToken)) return NotFound();
        TempData["Notice"] = texts[userId is null ? "Assign.Nobodys" : userId == actor.UserId ? "Assign.Yours" : "Assign.Given"].Value;
        return Redirect(Url.Content("~" + row.Path));
    }
}

/// <summary>Who looks after a thing, for the partial page that changes it.</summary>
internal sealed record AssignmentForm(string Kind, string Id, string? UserId, string? UserName, string? Me, IReadOnlyList<(string Id, string Name)> Moderators)
{
    public static async Task<AssignmentForm> ReadAsync(Assignments assignments, CurrentActor actor, string kind, string id, CancellationToken cancellationToken)
    {
        var row = await assignments.FindAsync(kind, id, cancellationToken);
        var moderators = await assignments.ModeratorsAsync(cancellationToken);
        return new AssignmentForm(kind, id, row?.UserId, row?.UserName, actor.UserId, [.. moderators.Select(user => (user.Id, user.Name))]);
    }
}
