using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Whether the group meets, takes a break, or has stopped.</summary>
internal sealed class EditRunningModel(SectionTools tools, DateWords dates, IStringLocalizer<KeepingText> keeping) : SectionModel(tools)
{
    public const string Meets = "meets";
    public const string Break = "break";
    public const string Stopped = "stopped";

    /// <summary>Further off than this is a slip in the year.</summary>
    private const int FarthestMonths = 18;

    [BindProperty]
    public string? State { get; set; }

    /// <summary>First day after the break, as typed; nothing where nobody knows it yet.</summary>
    [BindProperty]
    public string? BackOn { get; set; }

    public override string Heading => keeping["Running.Heading"];

    /// <summary>A page that those hid who manage all groups is not for volunteers to show again, and so not for them to hide.</summary>
    public bool IsHiddenByOthers => !Listing.Published && Listing.StoppedOn is null;

    public IReadOnlyList<SelectListItem> States
        => [.. new[] { Meets, Break, Stopped }.Where(state => state != Stopped || !IsHiddenByOthers).Select(state => new SelectListItem(keeping["Running." + state], state))];

    protected override string SavedNotice => State == Stopped ? keeping["Running.SavedStopped"] : base.SavedNotice;

    protected override void Fill()
    {
        State = StateOf(Listing);
        BackOn = State == Break ? TypedDate.Write(Listing.BackOn) : null;
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var back = State == Break ? ReadBackOn() : null;
        if (!States.Any(state => state.Value == State)) ModelState.AddModelError(nameof(State), keeping["Running.Missing"]);
        return Task.FromResult<SectionChange?>(new SectionChange { Facts = facts => State == StateOf(Listing) && back == Planned(facts.BackOn) ? facts : Put(facts, back) });
    }

    private ListingFacts Put(ListingFacts facts, DateOnly? back)
    {
        // What stops hides the page, and only what stopped comes back by itself.
        var (published, stoppedOn) = (State == Stopped, facts.StoppedOn) switch
        {
            (true, _) => (false, facts.StoppedOn ?? dates.Today),
            (false, not null) => (true, (DateOnly?)null),
            _ => (facts.Published, null),
        };
        var places = State == Break && back is null ? Places.Paused : facts.Places == Places.Paused ? Places.Open : facts.Places;
        return facts with { Published = published, StoppedOn = stoppedOn, BackOn = back, Places = places };
    }

    private DateOnly? ReadBackOn()
    {
        if (string.IsNullOrWhiteSpace(BackOn)) return null;
        if (TypedDate.Parse(BackOn) is not { } date) Error(nameof(BackOn), "When.DateUnclear");
        else if (date <= dates.Today) ModelState.AddModelError(nameof(BackOn), keeping["Running.DatePast"]);
        else if (date > dates.Today.AddMonths(FarthestMonths)) ModelState.AddModelError(nameof(BackOn), keeping["Running.DateFar"]);
        else return date;
        return null;
    }

    /// <summary>A break whose end has come says nothing any more.</summary>
    private DateOnly? Planned(DateOnly? backOn) => SeasonalBreak.IsOn(backOn, dates.Today) ? backOn : null;

    private string StateOf(Listing listing)
        => listing.StoppedOn is not null ? Stopped : listing.Places == Places.Paused || SeasonalBreak.IsOn(listing.BackOn, dates.Today) ? Break : Meets;
}
