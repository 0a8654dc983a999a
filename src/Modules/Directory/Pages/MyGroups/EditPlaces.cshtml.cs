using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Domain;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Whether there is room for a new person.</summary>
internal sealed class EditPlacesModel(SectionTools tools, DateWords dates) : SectionModel(tools)
{
    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public override string Heading => Texts["Places.Heading"];

    public IReadOnlyList<SelectListItem> States => [.. Enum.GetNames<Places>().Where(name => name != nameof(Places.Paused) || Listing.Places == Places.Paused).Select(name => new SelectListItem(Texts["Places." + name], name))];

    /// <summary>First day on which there may be room again, as a link worker was told; null when none was.</summary>
    public DateOnly? FullUntil => Listing.FullUntil > dates.Today ? Listing.FullUntil : null;

    protected override void Fill()
    {
        State = (FullUntil is null ? Listing.Places : Places.Full).ToString();
        Note = Listing.Source.PlacesNote;
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<Places>(State, out var state) || !Enum.IsDefined(state)) Error(nameof(State), "Places.StateMissing");
        var note = TypedText.Clean(Note);
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            // Full, as it was said already: nothing is different. Anything else is newer than what a link worker was told.
            Facts = facts => state == Places.Full && facts.FullUntil > dates.Today ? facts : facts with { Places = state, FullUntil = null },
            Words = words => words with { PlacesNote = note },
        });
    }
}
