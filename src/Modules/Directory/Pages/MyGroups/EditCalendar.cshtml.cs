using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Services.OwnCalendars;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>The calendar that the group keeps somewhere else: where it is, what was read of it, what could not be.</summary>
internal sealed class EditCalendarModel(GroupAccess access, GroupCalendars calendars, DateWords dates, IStringLocalizer<ScheduleText> texts) : PageModel
{
    private const int DatesShown = 5;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>The address that the form was filled from.</summary>
    [BindProperty]
    public string? Known { get; set; }

    public Listing Listing { get; private set; } = null!;

    public GroupCalendar? Calendar { get; private set; }

    public DateWords Dates => dates;

    public IReadOnlyList<Contracts.NextDate> NextDates => Meetings.Next(Calendar?.Dates, [], dates.Now, DatesShown, Holidays.ByRule);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        (Address, Known) = (Calendar?.Address, Calendar?.Address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var address = TypedCalendarAddress.Parse(Address);
        if (address is null) return Again("Calendar.AddressUnclear");
        if ((Known ?? "") != (Calendar?.Address ?? "")) return ShowNewer();
        await calendars.SetAsync(Listing.Id, address, cancellationToken);
        return await TellAsync(cancellationToken);
    }

    /// <summary>Reads the calendar again now.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        await calendars.ReadNowAsync(Listing.Id, cancellationToken);
        return await TellAsync(cancellationToken);
    }

    /// <summary>Goes back to the times on the page.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (Calendar is not null) await calendars.SetAsync(Listing.Id, null, cancellationToken);
        TempData["Notice"] = texts["Calendar.Removed"].Value;
        return RedirectToPage("/MyGroups/EditGroup", new { Slug });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.FindAsync(Slug, cancellationToken) is not { } listing) return false;
        Listing = listing;
        Calendar = await calendars.FindAsync(listing.Id, cancellationToken);
        return true;
    }

    private async Task<IActionResult> TellAsync(CancellationToken cancellationToken)
    {
        var calendar = await calendars.FindAsync(Listing.Id, cancellationToken);
        if (calendar is { Failure: null }) TempData["Notice"] = texts.Count("Calendar.WasRead", calendar.Dates.Count).Value;
        return RedirectToPage(new { Slug });
    }

    /// <summary>Somebody else was faster: their address is shown beside what was typed, which can be saved now.</summary>
    private PageResult ShowNewer()
    {
        Known = Calendar?.Address;
        ModelState.Remove(nameof(Known));
        ModelState.AddModelError(nameof(Address), texts["Calendar.Newer", Calendar?.Address ?? "–"]);
        return Page();
    }

    private PageResult Again(string textKey)
    {
        ModelState.AddModelError(nameof(Address), texts[textKey]);
        return Page();
    }
}
