using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Groups;

/// <summary>"Something wrong?" with the page of a group. Needs no account.</summary>
internal sealed class ReportModel(PortalDbContext db, ReportBox reports, TenantContext tenant, IStringLocalizer<DirectoryText> texts) : PageModel
{
    private const int LongestMessage = 1000;

    public static IReadOnlyList<string> Kinds { get; } = ["closed", "time", "contact", "other"];

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string TextLanguage { get; private set; } = "";

    /// <summary>True once the report has been sent.</summary>
    public bool IsSent { get; private set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>A field that no person sees; what fills it in is a program.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public IEnumerable<SelectListItem> Choices => Kinds.Select(kind => new SelectListItem(texts["Report." + kind], kind));

    public async Task<IActionResult> OnGetAsync(string slug, bool sent, CancellationToken cancellationToken)
    {
        IsSent = sent;
        return await FindAsync(slug, cancellationToken) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } id) return NotFound();
        if (!Kinds.Contains(What)) ModelState.AddModelError(nameof(What), texts["Report.ChooseOne"]);
        if (What == "other" && string.IsNullOrWhiteSpace(Words)) ModelState.AddModelError(nameof(Words), texts["Report.SayWhat"]);
        if (Words?.Length > LongestMessage) ModelState.AddModelError(nameof(Words), texts["Report.TooLong", LongestMessage]);
        if (Reply is { Length: > 0 } && (Reply.Length > 320 || !new EmailAddressAttribute().IsValid(Reply))) ModelState.AddModelError(nameof(Reply), texts["Report.NoEmail"]);
        if (!ModelState.IsValid) return Page();

        if (string.IsNullOrEmpty(Website))
        {
            var message = string.IsNullOrWhiteSpace(Words) ? texts["Report." + What].Value : $"{texts["Report." + What].Value}. {Words.Trim()}";
            var report = new NewReport(What!, message, TypedText.Clean(Words), TypedText.Clean(Reply));
            if (!await reports.PutAsync(id, report, cancellationToken)) return StatusCode(429);
        }

        return RedirectToPage(new { slug, sent = true });
    }

    private async Task<string?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Set<Listing>().AsNoTracking().Where(listing => listing.Slug == slug && listing.Published)
            .Select(listing => new { listing.Id, Texts = listing.Texts.Select(text => new { text.Culture, text.Title }).ToList() }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var text = tenant.Settings.FallbackChain(tenant.Language).Select(language => found.Texts.Find(text => text.Culture == language)).FirstOrDefault(text => text is not null) ?? found.Texts[0];
        (Slug, Title, TextLanguage) = (slug, text.Title, text.Culture);
        return found.Id;
    }
}
