using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Pages.MyGroups;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Groups;

/// <summary>
/// "Something wrong?" with the page of a group. Needs no account. Who knows what is right can say so, and it becomes a
/// suggestion that a moderator can approve; words alone become a report.
/// </summary>
internal sealed class ReportModel(
    PortalDbContext db, ReportBox reports, Suggestions suggestions, TenantContext tenant, TimeProvider clock, IStringLocalizer<DirectoryText> texts, IStringLocalizer<VolunteerText> fields,
    IStringLocalizer<ModerationText> moderation) : PageModel
{
    private const int LongestMessage = 1000;
    private const int LongestPlace = 300;

    public static IReadOnlyList<string> Kinds { get; } = ["closed", "time", "contact", "other"];

    private Listing listing = null!;

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>True once the report has been sent.</summary>
    public bool IsSent { get; private set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public CorrectionForm Right { get; set; } = new();

    /// <summary>Where it is now, in words: a place cannot be made without a moderator.</summary>
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>A field that no person sees; what fills it in is a program.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public IEnumerable<SelectListItem> Choices => Kinds.Select(kind => new SelectListItem(texts["Report." + kind], kind));

    public IReadOnlyList<SelectListItem> Rhythms => [.. MeetingRow.Rhythms.Select(rhythm => new SelectListItem(fields["When.Rhythm." + rhythm], rhythm))];

    public IReadOnlyList<SelectListItem> DaysOfWeek => [.. Schedule.Days.Select(day => new SelectListItem(DateWords.DayName(Schedule.DayOfWeekOf(day)), day))];

    public IReadOnlyList<SelectListItem> Costs => [.. Enum.GetNames<Cost>().Select(name => new SelectListItem(fields["Cost.Kind." + name], name))];

    /// <summary>True when something under a name has an error or was typed into a field of words, so that it must be in sight.</summary>
    public bool IsOpen(string name)
        => ModelState.Any(entry => entry.Key.StartsWith(name, StringComparison.Ordinal) && entry.Value!.Errors.Count > 0) || (name == nameof(Place) && !string.IsNullOrEmpty(Place));

    public async Task<IActionResult> OnGetAsync(string slug, bool sent, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        IsSent = sent;
        Right = CorrectionForm.Of(listing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        if (Right.Rows.Count == 0) Right.Rows.Add(new MeetingRow());
        if (!Kinds.Contains(What)) ModelState.AddModelError(nameof(What), texts["Report.ChooseOne"]);
        var facts = Right.Read(listing.Facts, (field, key) => ModelState.AddModelError("Right." + field, fields[key]));
        var isRight = Json(facts) != Json(listing.Facts);
        if (What == "other" && string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Place) && !isRight) ModelState.AddModelError(nameof(Words), texts["Report.SayWhat"]);
        if (Words?.Length > LongestMessage) ModelState.AddModelError(nameof(Words), texts["Report.TooLong", LongestMessage]);
        if (Place?.Length > LongestPlace) ModelState.AddModelError(nameof(Place), texts["Report.TooLong", LongestPlace]);
        if (Reply is { Length: > 0 } && (Reply.Length > 320 || !new EmailAddressAttribute().IsValid(Reply))) ModelState.AddModelError(nameof(Reply), texts["Report.NoEmail"]);
        if (!ModelState.IsValid) return Page();

        if (string.IsNullOrEmpty(Website))
        {
            var isKept = isRight
                ? await suggestions.PutAsync(SuggestionOf(facts, TypedText.Clean(Reply)), cancellationToken)
                : await reports.PutAsync(listing.Id, new NewReport(What!, Message(), SaidInWords(), TypedText.Clean(Reply)), cancellationToken);
            if (!isKept)
            {
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                ModelState.AddModelError("", moderation["Suggest.TooMany"]);
                return Page();
            }
        }

        return RedirectToPage(new { slug, sent = true });
    }

    private Suggestion SuggestionOf(ListingFacts facts, string? replyTo)
    {
        var (before, now) = (listing.Snapshot(), clock.GetUtcNow());
        return new Suggestion
        {
            Id = Ids.New(clock),
            Kind = SuggestionKind.Correction,
            ListingId = listing.Id,
            Title = listing.Source.Title,
            Culture = listing.Culture,
            Before = SnapshotParts.Of(before).ToJsonString(PortalJson.Options),
            After = SnapshotParts.Of(before with { Facts = facts }).ToJsonString(PortalJson.Options),
            Why = Message(),
            Email = replyTo,
            Language = tenant.Language,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    private string Message() => SaidInWords() is { } words ? $"{texts["Report." + What].Value}. {words}" : texts["Report." + What].Value;

    /// <summary>What was said in words, with the new place; null where nothing was.</summary>
    private string? SaidInWords()
        => TypedText.Clean(string.Join(". ", new[] { TypedText.Clean(Words), TypedText.Clean(Place) is { } place ? moderation["Suggest.PlaceSaid", place].Value : null }.OfType<string>()));

    private async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Set<Listing>().AsNoTracking().Include(one => one.Texts).Include(one => one.Maintainers).AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Slug == slug && one.Published, cancellationToken) is not { } found) return false;
        listing = found;
        (Slug, Title) = (slug, found.Texts.Choose(tenant.Settings.FallbackChain(tenant.Language)).Title);
        return true;
    }

    private static string Json(ListingFacts facts) => System.Text.Json.JsonSerializer.Serialize(facts, PortalJson.Options);
}
