using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Moves a person into another stage, with the reason, and says what is next.</summary>
internal sealed class MoveStageModel(PathTools tools, PathwayDesk desk, PathwayWords inWords) : PersonPathPage(tools)
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public string StageName { get; private set; } = "";

    /// <summary>The stages the person is not in.</summary>
    public IReadOnlyList<SelectListItem> Stages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        Seen = person.PathChanges;
        // Mostly it is the one that comes after.
        var settings = await Tools.Rules.ReadAsync(cancellationToken);
        To = settings.Stages.SkipWhile(stage => stage != settings.Find(person.Stage)).Skip(1).FirstOrDefault()?.Key;
        await SuggestAsync(person, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null) return NotFound();
        var why = TypedTexts.Clean(Why);
        if (!Stages.Any(stage => stage.Value == To)) ModelState.AddModelError(nameof(To), Tools.Words["Move.ToMissing"]);
        if (why.Length == 0) ModelState.AddModelError(nameof(Why), Tools.Words["Move.WhyMissing"]);
        if (why.Length > PathwayEntry.LongestNote) ModelState.AddModelError(nameof(Why), Tools.Words["Text.Long", PathwayEntry.LongestNote]);
        var next = Tools.Forms.Read(Next, nameof(Next), ModelState, Workers);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.MoveAsync(Id, Seen, new StageMove(To!, why), next!, cancellationToken), Tools.Words["Move.Saved"], cancellationToken);
    }

    protected override async Task<bool> LoadAsync(Person person, CancellationToken cancellationToken)
    {
        var settings = await Tools.Rules.ReadAsync(cancellationToken);
        var present = settings.Find(person.Stage);
        StageName = inWords.Name(present);
        Stages = [.. settings.Stages.Where(stage => stage != present).Select(stage => new SelectListItem(inWords.Name(stage), stage.Key))];
        return true;
    }
}
