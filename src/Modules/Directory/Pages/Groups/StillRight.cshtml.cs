using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.Groups;

/// <summary>
/// Where the link in a letter leads: is the page of one group still right? Nobody signs in. Opening it changes nothing, because mail scanners
/// open links; only the buttons do.
/// </summary>
internal sealed class StillRightModel(
    StillRightLinks links, ListingPageReader reader, DateWords dates, IStringLocalizer<DirectoryText> words, IStringLocalizer<KeepingText> keeping, IStringLocalizer<VolunteerText> volunteer) : PageModel
{
    public const string Paused = "paused";
    public const string Ended = "ended";

    private StillRightLink link = null!;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary><see cref="Paused"/>, <see cref="Ended"/>, or null for the question itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    /// <summary>Revision of the page that is being looked at.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>First day after a break, as typed.</summary>
    [BindProperty]
    public string? BackOn { get; set; }

    /// <summary>The page as the public sees it; null when the link does not work any more.</summary>
    public ListingPage? Shown { get; private set; }

    /// <summary>What has been done: <c>yes</c> or a step; null while nothing has.</summary>
    public string? Done { get; private set; }

    /// <summary>True when somebody changed the page since it was looked at, so that it has to be looked at again.</summary>
    public bool WasChanged { get; private set; }

    /// <summary>True when it was sent to somebody who keeps the page.</summary>
    public bool IsKeepers => link.IsKeepers;

    /// <summary>What people rely on, to be looked over: icon, label, lines.</summary>
    public IReadOnlyList<(string Icon, string Label, IReadOnlyList<string> Lines)> Facts { get; private set; } = [];

    public string AddressOf(string? step) => Url.Content($"~/groups/{Slug}/still-right/{Code}{(step is null ? "" : "/" + step)}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
        => await LoadAsync(cancellationToken) is not { } listing ? Over() : listing.StoppedOn is not null ? Say(Ended) : await ElsewhereAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var seen = Revision;
        if (await LoadAsync(cancellationToken) is not { } listing) return Over();
        if (listing.StoppedOn is not null) return Say(Ended);
        if (await ElsewhereAsync(cancellationToken) is { } elsewhere) return elsewhere;

        var outcome = Step switch
        {
            Paused => await PauseAsync(seen, cancellationToken),
            Ended => await links.StopAsync(link, seen, cancellationToken),
            _ => await links.ConfirmAsync(link, seen, cancellationToken),
        };
        if (outcome is null) return Page();
        if (outcome.Result == EditResult.NotFound) return Over();
        if (outcome.Result != EditResult.Stale) return Say(Step ?? "yes");
        (Step, WasChanged) = (null, true);
        ModelState.Clear();
        return await LoadAsync(cancellationToken) is null ? Over() : Page();
    }

    /// <summary>Null where what was typed cannot be read.</summary>
    private async Task<EditOutcome?> PauseAsync(int seen, CancellationToken cancellationToken)
    {
        var (date, fault) = TypedRestart.Read(BackOn, dates.Today);
        if (fault is null) return await links.PauseAsync(link, seen, date, cancellationToken);
        ModelState.AddModelError(nameof(BackOn), fault == TypedRestart.Unclear ? volunteer[fault] : keeping[fault]);
        return null;
    }

    /// <summary>Whose changes wait for a moderator signs in for them.</summary>
    private async Task<IActionResult?> ElsewhereAsync(CancellationToken cancellationToken)
        => Step is Paused or Ended && !await links.MayChangeAsync(link, cancellationToken) ? Redirect(Url.Content($"~/my-groups/{Slug}/edit/running")) : null;

    private async Task<Listing?> LoadAsync(CancellationToken cancellationToken)
    {
        if (Step is not (null or Paused or Ended) || await links.FindAsync(Slug, Code, cancellationToken) is not { } found) return null;
        link = found.Link;
        Shown = await reader.ReadAsync(found.Listing, cancellationToken);
        Revision = found.Listing.Revision;
        ModelState.Remove(nameof(Revision));
        Facts = [.. FactsOf(Shown).Where(fact => fact.Lines.Count > 0)];
        return found.Listing;
    }

    private IEnumerable<(string Icon, string Label, IReadOnlyList<string> Lines)> FactsOf(ListingPage group)
    {
        yield return ("calendar", words["Fact.When"], [.. group.Schedules, .. Lines(group.ScheduleNote?.Text, group.Break, group.Full ?? group.Places)]);
        yield return ("place", words["Fact.Where"], Lines(group.VenueName?.Text, group.Venue is { } venue ? Listings.AddressOf(venue) : null, group.Attendance));
        yield return ("cost", words["Fact.Cost"], Lines(group.Cost, group.CostNote?.Text));
        yield return ("phone", words["Contact.AskSomebody"], Lines(group.Facts.ContactName, group.Facts.ContactPhone, group.Facts.ContactText, group.Facts.ContactEmail, group.Facts.ContactWebsite));
    }

    private static IReadOnlyList<string> Lines(params string?[] lines) => [.. lines.Where(line => !string.IsNullOrEmpty(line)).OfType<string>()];

    private PageResult Say(string done)
    {
        Done = done;
        return Page();
    }

    private PageResult Over()
    {
        Shown = null;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
