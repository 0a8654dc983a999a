using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Domain;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Whether there is room for a new person.</summary>
internal sealed class EditPlacesModel(SectionTools tools) : SectionModel(tools)
{
    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public override string Heading => Texts["Places.Heading"];

    public IReadOnlyList<SelectListItem> States => [.. Enum.GetNames<Places>().Where(name => name != nameof(Places.Paused) || Listing.Places == Places.Paused).Select(name => new SelectListItem(Texts["Places." + name], name))];

    protected override void Fill()
    {
        State = Listing.Places.ToString();
        Note = Listing.Source.PlacesNote;
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<Places>(State, out var state) || !Enum.IsDefined(state)) Error(nameof(State), "Places.StateMissing");
        var note = TypedText.Clean(Note);
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Facts = facts => facts with { Places = state },
            Words = words => words with { PlacesNote = note },
        });
    }
}
