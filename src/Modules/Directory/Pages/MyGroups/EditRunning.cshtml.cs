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
        BackOn = State == Break ? WrittenDate.Write(Listing.BackOn) : null;
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var back = State == Break ? ReadBackOn() : null;
        if (!States.Any(state => state.Value == State)) ModelState.AddModelError(nameof(State), keeping["Running.Missing"]);
        return Task.FromResult<SectionChange?>(new SectionChange { Facts = facts => State == StateOf(Listing) && back == Planned(facts.BackOn) ? facts : Put(facts, back) });
    }

    private ListingFacts Put(ListingFacts facts, DateOnly? back) => State switch
    {
        Stopped => RunningState.Stop(facts, dates.Today),
        Break => RunningState.Pause(facts, back),
        _ => RunningState.Meet(facts),
    };

    private DateOnly? ReadBackOn()
    {
        var (date, fault) = TypedRestart.Read(BackOn, dates.Today);
        if (fault is TypedRestart.Unclear) Error(nameof(BackOn), fault);
        else if (fault is not null) ModelState.AddModelError(nameof(BackOn), keeping[fault]);
        return date;
    }

    /// <summary>A break whose end has come says nothing any more.</summary>
    private DateOnly? Planned(DateOnly? backOn) => SeasonalBreak.IsOn(backOn, dates.Today) ? backOn : null;

    private string StateOf(Listing listing)
        => listing.StoppedOn is not null ? Stopped : listing.Places == Places.Paused || SeasonalBreak.IsOn(listing.BackOn, dates.Today) ? Break : Meets;
}
