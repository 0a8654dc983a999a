using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Photos;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>The photo of a group and what it shows.</summary>
internal sealed class EditPhotoModel(SectionTools tools, PhotoShelf photos, IStringLocalizer<KeepingText> keeping) : SectionModel(tools)
{
    public const int LongestAlt = 200;

    /// <summary>The file that was chosen, if any.</summary>
    [BindProperty]
    public IFormFile? Photo { get; set; }

    /// <summary>The photo that stands there, or one sent with this form before it could be saved.</summary>
    [BindProperty]
    public string? PhotoId { get; set; }

    [BindProperty]
    public string? Alt { get; set; }

    /// <summary>Ticked to take the photo away.</summary>
    [BindProperty]
    public string[] Remove { get; set; } = [];

    public override string Heading => keeping["Photo.Heading"];

    public IReadOnlyList<SelectListItem> Removal => [new(keeping["Photo.Remove"], "true")];

    /// <summary>The photo to show; null when there is none.</summary>
    public ShownPhoto? Shown { get; private set; }

    public IReadOnlyList<string> FileErrors => ModelState.TryGetValue(nameof(Photo), out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    protected override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        Shown = (PhotoId ?? Listing.PhotoId) is { } id ? await photos.FindAsync(id, cancellationToken) : null;
        return true;
    }

    protected override void Fill() => (PhotoId, Alt) = (Listing.PhotoId, Listing.Source.PhotoAlt);

    protected override async Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Remove.Length > 0) return new SectionChange { Facts = facts => facts with { PhotoId = null }, Words = words => words with { PhotoAlt = null } };

        if (Photo is not null) await TakeAsync(Photo, cancellationToken);
        if (Shown is null && FileErrors.Count == 0) ModelState.AddModelError(nameof(Photo), keeping["Photo.Missing"]);
        var alt = TypedText.Clean(Alt);
        if (alt is null) ModelState.AddModelError(nameof(Alt), keeping["Photo.AltMissing"]);
        if (alt?.Length > LongestAlt) Error(nameof(Alt), "Words.TooLong", LongestAlt, alt.Length);
        var id = Shown?.Id;
        return new SectionChange { Facts = facts => facts with { PhotoId = id }, Words = words => words with { PhotoAlt = alt } };
    }

    /// <summary>Keeps what was sent; from then on the form refers to it, whatever else is wrong.</summary>
    private async Task TakeAsync(IFormFile sent, CancellationToken cancellationToken)
    {
        try
        {
            if (sent.Length > PhotoCleaner.MostBytes) throw new PhotoException(PhotoFault.TooLarge);
            using var bytes = new MemoryStream();
            await sent.CopyToAsync(bytes, cancellationToken);
            PhotoId = await photos.KeepAsync(bytes.ToArray(), cancellationToken);
            ModelState.Remove(nameof(PhotoId));
            Shown = await photos.FindAsync(PhotoId, cancellationToken);
        }
        catch (PhotoException problem)
        {
            ModelState.AddModelError(nameof(Photo), keeping["Photo.Fault." + problem.Fault, PhotoCleaner.MostBytes / (1024 * 1024), PhotoCleaner.ShortestSide, PhotoCleaner.LongestSide]);
        }
    }
}
