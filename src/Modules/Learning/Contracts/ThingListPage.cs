using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Learning.Contracts;

/// <summary>All things of one kind and how their languages stand. The view of the table is <c>/Pages/Manage/_ThingTable.cshtml</c>.</summary>
public abstract class ThingListPage(IThingEditor editor, EditingFrame frame) : PageModel
{
    /// <summary>The things, in order.</summary>
    public IReadOnlyList<ThingRow> Things { get; private set; } = [];

    /// <summary>The languages of the site.</summary>
    public IReadOnlyList<string> Languages => frame.Tenant.Settings.Languages;

    /// <summary>Where the kind is looked after and read.</summary>
    public ThingPlace Place => editor.Place;

    /// <summary>What the kind is called in the head of the table.</summary>
    public abstract string KindInWords { get; }

    /// <summary>What the link to everything but the texts is called.</summary>
    public abstract string DetailsInWords { get; }

    /// <summary>What is said when there is too little to publish.</summary>
    protected abstract string TooLittleInWords { get; }

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Things = await editor.ListAsync(cancellationToken);

    /// <summary>Shows a thing to the public.</summary>
    public Task<IActionResult> OnPostPublishAsync(string slug, CancellationToken cancellationToken) => SetPublishedAsync(slug, true, cancellationToken);

    /// <summary>Takes a thing off the site; its texts are kept.</summary>
    public Task<IActionResult> OnPostUnpublishAsync(string slug, CancellationToken cancellationToken) => SetPublishedAsync(slug, false, cancellationToken);

    private async Task<IActionResult> SetPublishedAsync(string slug, bool isPublished, CancellationToken cancellationToken)
    {
        if (await editor.FindThingAsync(slug, cancellationToken) is not { } thing) return NotFound();
        if (await editor.SetPublishedAsync(thing, isPublished, cancellationToken))
        {
            TempData["Notice"] = frame.Words(isPublished ? "Notice.Published" : "Notice.Unpublished");
            return RedirectToPage();
        }

        ModelState.AddModelError("", TooLittleInWords);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
