using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Audit;

/// <summary>Who did what, the newest first. A change of a group can be taken back here by whoever manages groups.</summary>
internal sealed class AuditTrailModel(PortalDbContext db, ListingEditor editor, IPermissions permissions, IStringLocalizer<DirectoryText> texts) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Kind of thing to show only; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public Page<TrailEntry> Entries { get; private set; } = null!;

    /// <summary>Slugs and titles of the groups on the page, by id.</summary>
    public IReadOnlyDictionary<string, TrailGroup> Groups { get; private set; } = new Dictionary<string, TrailGroup>(StringComparer.Ordinal);

    public bool MayUndo { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayUndo = await permissions.HasAsync(User, DirectoryPermissions.ManageListings);
        Kinds = await db.Set<AuditEntry>().AsNoTracking().Select(entry => entry.SubjectKind).Distinct().Order().ToListAsync(cancellationToken);
        Entries = await db.Set<AuditEntry>().AsNoTracking().Where(entry => string.IsNullOrEmpty(Kind) || entry.SubjectKind == Kind)
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new TrailEntry(entry.Number, entry.At, entry.ActorName, entry.Action, entry.SubjectKind, entry.SubjectId, entry.Why, entry.Before != null && entry.After != null))
            .ToPageAsync(Number, PageSize, cancellationToken);
        var ids = Entries.Items.Where(entry => entry.IsGroup).Select(entry => entry.SubjectId).Distinct(StringComparer.Ordinal).ToList();
        Groups = await db.Set<Listing>().AsNoTracking().Where(listing => ids.Contains(listing.Id))
            .Select(listing => new TrailGroup(listing.Id, listing.Slug, listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First()))
            .ToDictionaryAsync(group => group.Id, StringComparer.Ordinal, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string id, long entry, CancellationToken cancellationToken)
    {
        if (!await permissions.HasAsync(User, DirectoryPermissions.ManageListings)) return Forbid();
        var outcome = await editor.UndoAsync(id, entry, (_, _) => true, cancellationToken);
        if (outcome.Result == EditResult.NotFound) return NotFound();
        TempData["Notice"] = texts[outcome.Result switch { EditResult.Stale => "Trail.ChangedSince", EditResult.Unchanged => "Trail.NothingToUndo", _ => "Trail.Undone" }].Value;
        return Redirect(Url.Content("~/manage/audit") + (string.IsNullOrEmpty(Kind) ? "" : "?kind=" + Uri.EscapeDataString(Kind)));
    }

    /// <summary>Words for what was done; its code where this page has none.</summary>
    public string? ActionInWords(string action) => texts["Action." + action] is { ResourceNotFound: false } words ? words.Value : null;
}

/// <summary>An entry of the trail.</summary>
internal sealed record TrailEntry(long Number, DateTimeOffset At, string Who, string Action, string SubjectKind, string SubjectId, string? Why, bool HasBoth)
{
    public bool IsGroup => SubjectKind == "listing";

    /// <summary>True for a change that can be taken back.</summary>
    public bool CanUndo => IsGroup && HasBoth;
}

/// <summary>A group that an entry tells of.</summary>
internal sealed record TrailGroup(string Id, string Slug, string Title);
