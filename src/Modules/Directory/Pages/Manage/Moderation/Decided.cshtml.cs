using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>What moderators decided on suggestions, the newest first.</summary>
internal sealed class DecidedModel(PortalDbContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public Page<DecidedRow> Suggestions { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Suggestions = await db.Set<Suggestion>().AsNoTracking().Where(suggestion => suggestion.DecidedAt != null && suggestion.State != SuggestionState.Waiting)
            .OrderByDescending(suggestion => suggestion.DecidedAt).ThenBy(suggestion => suggestion.Id)
            .Select(suggestion => new DecidedRow(
                suggestion.Id, suggestion.Title, suggestion.Culture, suggestion.Name ?? suggestion.Email, suggestion.State, suggestion.DecidedBy ?? "", suggestion.DecidedAt!.Value))
            .ToPageAsync(Number, PageSize, cancellationToken);
}

/// <summary>A decision in the list.</summary>
internal sealed record DecidedRow(string Id, string Title, string Culture, string? Who, SuggestionState State, string By, DateTimeOffset At);
