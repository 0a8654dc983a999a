using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Pages.MyGroups;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Groups;

/// <summary>Anybody tells of a group that has no page yet. Needs no account; a moderator publishes it.</summary>
internal sealed class AddGroupModel(
    Suggestions suggestions, ITaxonomies taxonomies, ListingWording wording, TenantContext tenant, TimeProvider clock, IStringLocalizer<DirectoryText> shared,
    IStringLocalizer<VolunteerText> fields, IStringLocalizer<ModerationText> texts) : PageModel
{
    private TermList terms = null!;

    /// <summary>True once it has been sent.</summary>
    public bool IsSent { get; private set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>Id of the kind of activity.</summary>
    [BindProperty]
    public string? Activity { get; set; }

    [BindProperty]
    public MeetingRow When { get; set; } = new();

    [BindProperty]
    public string? ScheduleNote { get; set; }

    [BindProperty]
    public string[] Ways { get; set; } = [];

    [BindProperty]
    public string? PlaceName { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Town { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? Cost { get; set; }

    /// <summary>Price of one visit as typed.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? ContactName { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Site { get; set; }

    [BindProperty]
    public string[] Spoken { get; set; } = [];

    [BindProperty]
    public string? YourName { get; set; }

    [BindProperty]
    public string? YourEmail { get; set; }

    /// <summary>"yes" from somebody who helps to run the group.</summary>
    [BindProperty]
    public string[] Helps { get; set; } = [];

    /// <summary>A field that no person sees; what fills it in is a program.</summary>
    [BindProperty]
    public string? Homepage { get; set; }

    public IReadOnlyList<SelectListItem> Activities
        => [new(texts["Add.NoActivity"], ""), .. terms.Of(TaxonomyIds.Activity).Select(term => new SelectListItem(term.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name, term.Id))];

    public IReadOnlyList<SelectListItem> Rhythms => [.. MeetingRow.Rhythms.Select(rhythm => new SelectListItem(fields["When.Rhythm." + rhythm], rhythm))];

    public IReadOnlyList<SelectListItem> DaysOfWeek => [.. Schedule.Days.Select(day => new SelectListItem(DateWords.DayName(Schedule.DayOfWeekOf(day)), day))];

    public IReadOnlyList<SelectListItem> AllWays => [.. AttendanceWays.All.Select(way => new SelectListItem(shared["How." + way], way))];

    public IReadOnlyList<SelectListItem> Costs => [.. Enum.GetNames<Cost>().Select(name => new SelectListItem(fields["Cost.Kind." + name], name))];

    public IReadOnlyList<SelectListItem> Languages => [.. tenant.Settings.Languages.Select(code => new SelectListItem(wording.Language(code), code))];

    public IReadOnlyList<SelectListItem> HelpsChoices => [new(texts["Add.HelpsYes"], "yes")];

    public async Task OnGetAsync(bool sent, CancellationToken cancellationToken)
    {
        IsSent = sent;
        terms = await taxonomies.ReadAsync(cancellationToken);
        (Ways, Spoken) = ([AttendanceWays.InPerson], [tenant.Language]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        terms = await taxonomies.ReadAsync(cancellationToken);
        var suggestion = new NewGroupReader(this, terms, tenant, clock, (field, key, values) => ModelState.AddModelError(field, TextOf(key, values))).Read();
        if (suggestion is null || !ModelState.IsValid) return Page();
        if (string.IsNullOrEmpty(Homepage) && !await suggestions.PutAsync(suggestion, cancellationToken))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", texts["Suggest.TooMany"]);
            return Page();
        }

        return Redirect(Url.Content("~/groups/add?sent=true"));
    }

    /// <summary>What is wrong in words: those of this form, or of the forms of volunteers that ask the same.</summary>
    private string TextOf(string key, object[] values) => texts[key, values] is { ResourceNotFound: false } own ? own : fields[key, values];
}
