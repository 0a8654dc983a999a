using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Domain;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What the public sees of a group, with "change" beside each section.</summary>
internal sealed class EditGroupModel(GroupAccess access, PendingGroups groups, Trust trust, SuggestionReader reader, GroupSectionsReader sections, GroupAdvice advice, FreshnessReader freshness) : PageModel
{
    public GroupSections Sections { get; private set; } = null!;

    public ListingPage Group => Sections.Page;

    public bool ManagesAll { get; private set; }

    /// <summary>What could be better.</summary>
    public IReadOnlyList<Advice> Advice { get; private set; } = [];

    /// <summary>What the signed-in person suggested and nobody has approved yet; null when there is nothing.</summary>
    public PendingState? Pending { get; private set; }

    /// <summary>True when what the signed-in person changes waits for a moderator.</summary>
    public bool IsHeld { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, cancellationToken) is not { } found) return NotFound();
        Sections = await sections.ReadAsync(found.Shown, cancellationToken);
        Advice = await advice.OfAsync(found.Shown, Group, (await freshness.ReadAsync(cancellationToken)).Settings, cancellationToken);
        if (found.Open is { } open) Pending = new PendingState(found.Shown.Slug, open, await reader.CompareAsync(found.Public, found.Shown.Snapshot(), cancellationToken));
        IsHeld = Pending is not null || !await trust.MayPublishAsync(cancellationToken);
        ManagesAll = await access.ManagesAllAsync();
        return Page();
    }
}

/// <summary>What waits for a moderator, for whoever suggested it.</summary>
internal sealed record PendingState(string Slug, Suggestion Suggestion, IReadOnlyList<Difference> Differences);
