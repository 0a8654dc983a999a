using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Services;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Pages.Manage.Imports;

/// <summary>Adds a source: a file that is brought, or the address of a feed.</summary>
[RequestSizeLimit(ImportFiles.MaxLength), RequestFormLimits(MultipartBodyLengthLimit = ImportFiles.MaxLength)]
internal sealed class AddImportModel(ImportSources sources, CurrentActor actor, TenantContext tenant, TimeProvider clock, IStringLocalizer<ImportText> texts) : PageModel
{
    public const string Sheet = "sheet";
    public const string FeedFile = "feedfile";
    public const string Feed = "feed";

    [BindProperty]
    public string? What { get; set; } = Sheet;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Publisher { get; set; }

    [BindProperty]
    public string? Licence { get; set; }

    [BindProperty]
    public string? LicenceUrl { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public IEnumerable<SelectListItem> Kinds => [.. new[] { Sheet, FeedFile, Feed }.Select(kind => new SelectListItem(texts["Add." + kind], kind))];

    public IEnumerable<SelectListItem> Languages => [.. tenant.Settings.Languages.Select(code => new SelectListItem(LanguageInfo.Of(code).NameIn(LanguageInfo.Of(tenant.Language)), code))];

    public IReadOnlyList<string> UploadErrors => ModelState.TryGetValue(nameof(Upload), out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    public void OnGet() => Language = tenant.Settings.DefaultLanguage;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Name = Name?.Trim();
        if (string.IsNullOrEmpty(Name)) Wrong(nameof(Name), "Add.NameMissing");
        else if (Name.Length > 200) Wrong(nameof(Name), "Add.NameTooLong");
        else if (await sources.IsTakenAsync(Name, null, cancellationToken)) Wrong(nameof(Name), "Add.NameTaken");
        if (What is not (Sheet or FeedFile or Feed)) Wrong(nameof(What), "Add.WhatMissing");
        if (What == Feed && !IsFeed(Address)) Wrong(nameof(Address), "Add.AddressUnclear");
        if (What is Sheet or FeedFile && Upload is not { Length: > 0 }) Wrong(nameof(Upload), "Add.FileMissing");
        if (What == Sheet && Upload is not null && !IsSheet(Upload.FileName)) Wrong(nameof(Upload), "Add.NotCsv");
        if (!string.IsNullOrWhiteSpace(LicenceUrl) && !IsWeb(LicenceUrl)) Wrong(nameof(LicenceUrl), "Add.AddressUnclear");
        if (!tenant.Settings.Languages.Contains(Language ?? "", StringComparer.Ordinal)) Language = tenant.Settings.DefaultLanguage;
        if (!ModelState.IsValid) return Page();

        var source = sources.Add(new ImportSource
        {
            Id = Ids.New(clock),
            Name = Name!,
            Kind = What == Sheet ? SourceKind.Csv : SourceKind.Feed,
            Address = What == Feed ? Address!.Trim() : null,
            Publisher = Text(Publisher),
            Licence = Text(Licence),
            LicenceUrl = Text(LicenceUrl),
            Language = Language!,
            CreatedAt = clock.GetUtcNow(),
        });
        await using var file = What == Feed ? null : Upload!.OpenReadStream();
        var run = await sources.StartAsync(source, actor.Name, file is null ? null : Path.GetFileName(Upload!.FileName), file, cancellationToken);
        return RedirectToPage(run.State == RunState.Mapping ? "ImportColumns" : "ImportRun", new { id = run.Id });
    }

    /// <summary>True for a whole http or https address.</summary>
    public static bool IsWeb(string? address) => Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>True for a whole http or https address, or one of a calendar.</summary>
    public static bool IsFeed(string? address) => Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "webcal";

    /// <summary>False for a spreadsheet in its program's own form, which has to be saved as CSV first.</summary>
    public static bool IsSheet(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() is not (".xls" or ".xlsx" or ".ods" or ".numbers" or ".pdf" or ".doc" or ".docx");

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private void Wrong(string field, string textKey) => ModelState.AddModelError(field, texts[textKey]);
}
