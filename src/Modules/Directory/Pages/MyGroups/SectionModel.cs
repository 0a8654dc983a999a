using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>
/// A short page on which one section of a group's page is changed. What is alike in all of them is here: who may, seeing it
/// first, saving, and what happens when somebody else was faster. A section fills its form and reads it.
/// </summary>
internal abstract class SectionModel(SectionTools tools) : PageModel
{
    /// <summary>Revision of the listing that the form was filled from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public Listing Listing { get; private set; } = null!;

    /// <summary>What saving would alter; null when it was not asked for.</summary>
    public IReadOnlyList<Difference>? Preview { get; private set; }

    /// <summary>What the page says by now and what was typed, when somebody else changed it meanwhile.</summary>
    public IReadOnlyList<Difference>? Conflict { get; private set; }

    /// <summary>What the page is about.</summary>
    public abstract string Heading { get; }

    protected IStringLocalizer<VolunteerText> Texts => tools.Texts;

    /// <summary>Revision of what the section changes, as it is saved.</summary>
    protected virtual int RevisionNow => Listing.Revision;

    /// <summary>What the next page says once it is saved.</summary>
    protected virtual string SavedNotice => Texts["Notice.Saved"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        Revision = RevisionNow;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? preview, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var change = await ReadAsync(cancellationToken);
        if (!ModelState.IsValid || change is null) return Page();
        if (Revision != RevisionNow) return await ShowConflictAsync(change, cancellationToken);
        if (preview is not null)
        {
            Preview = await CompareAsync(change, cancellationToken);
            return Page();
        }

        var outcome = await SaveAsync(change, cancellationToken);
        if (outcome.Result == EditResult.Stale) return await LoadAsync(cancellationToken) ? await ShowConflictAsync(change, cancellationToken) : NotFound();

        TempData["Notice"] = outcome.Result switch { EditResult.Held => tools.HeldNotice, EditResult.Saved => SavedNotice, _ => Texts["Notice.Unchanged"].Value };
        if (outcome.AuditNumber is { } number) TempData["UndoUrl"] = UndoChangeModel.PathOf(Slug, number);
        return RedirectToPage("/MyGroups/EditGroup", new { Slug });
    }

    /// <summary>Fills the form from the listing.</summary>
    protected abstract void Fill();

    /// <summary>Reads the form; null, or errors in the model state, when it cannot be saved as it is.</summary>
    protected abstract Task<SectionChange?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Reads what the page needs besides the listing; false when there is no such page.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>What saving would alter.</summary>
    protected virtual Task<IReadOnlyList<Difference>> CompareAsync(SectionChange change, CancellationToken cancellationToken) => tools.PreviewAsync(Listing, change, cancellationToken);

    /// <summary>Saves what was typed.</summary>
    protected virtual Task<EditOutcome> SaveAsync(SectionChange change, CancellationToken cancellationToken) => tools.SaveAsync(Listing, Revision, change, cancellationToken);

    /// <summary>True when what the signed-in person changes is public at once.</summary>
    protected Task<bool> MayPublishAsync(CancellationToken cancellationToken) => tools.MayPublishAsync(cancellationToken);

    /// <summary>Asks the moderators to make a change that is not one of the listing itself.</summary>
    protected Task<EditOutcome> AskAsync(IReadOnlyList<Difference> wanted, CancellationToken cancellationToken) => tools.AskAsync(Listing, wanted, cancellationToken);

    protected void Error(string field, string textKey, params object[] values) => ModelState.AddModelError(field, Texts[textKey, values]);

    /// <summary>Reads the listing and what else the page shows; false when the user may not know of it.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await tools.FindAsync(Slug, cancellationToken) is not { } listing) return false;
        Listing = listing;
        if (!await PrepareAsync(cancellationToken)) return false;
        ViewData["Title"] = Heading;
        ViewData["NoIndex"] = true;
        return true;
    }

    /// <summary>Shows both versions and leaves what was typed in the form, from which it can be saved now.</summary>
    private async Task<IActionResult> ShowConflictAsync(SectionChange change, CancellationToken cancellationToken)
    {
        Conflict = await CompareAsync(change, cancellationToken);
        Revision = RevisionNow;
        ModelState.Remove(nameof(Revision));
        ModelState.AddModelError("", Texts["Conflict.Error"]);
        return Page();
    }
}
