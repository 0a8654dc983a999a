using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.Workspace;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>Says what the file of a person holds, and hands it out.</summary>
internal sealed class FilePageModel(RightsAccess rights, SafeguardingAccess safeguarding, PersonFiles files, PrivateText texts, TenantContext tenant, IStringLocalizer<PeopleText> people) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public bool WithSafeguarding { get; set; }

    [BindProperty]
    public bool Json { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>True when there is something on safeguarding that the reader may decide on.</summary>
    public bool HasSafeguarding { get; private set; }

    public IReadOnlyList<SelectListItem> Languages => [.. PersonFields.Languages(tenant)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } person) return NotFound();
        var reads = person.Read<Communication>(texts)?.Reads;
        Language = Offers(reads) ? reads : tenant.Settings.DefaultLanguage;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null) return NotFound();
        if (!Offers(Language)) ModelState.AddModelError(nameof(Language), people["Choice.Missing"]);
        if (!ModelState.IsValid) return Page();
        return await files.MakeAsync(Id, new FileChoice(Json, Language!, WithSafeguarding), cancellationToken) is { } made ? File(made.Bytes, made.ContentType, made.Name) : NotFound();
    }

    private bool Offers(string? language) => tenant.Settings.Languages.Contains(language, StringComparer.Ordinal);

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await rights.OpenOwnAsync(Id, cancellationToken) is not { } person) return null;
        Name = person.Read<Who>(texts)?.FullName ?? "";
        HasSafeguarding = person.Has(PersonSection.Safeguarding) && await safeguarding.SeesAsync(person);
        return person;
    }
}
