using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Moves a person into another stage, with the reason, and says what is next.</summary>
internal sealed class MoveStageModel(
    PersonAccess access, PathwayDesk desk, PathwayRules rules, PathwayWords inWords, NextStepForms forms, PrivateText texts, IStringLocalizer<PathwayText> words) : PersonPathPage(access, forms, texts, words)
{
    private readonly NextStepForms forms = forms;
    private readonly IStringLocalizer<PathwayText> words = words;

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public string StageName { get; private set; } = "";

    /// <summary>The stages the person is not in.</summary>
    public IReadOnlyList<SelectListItem> Stages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } person) return NotFound();
        Seen = person.PathChanges;
        // Mostly it is the one that comes after.
        var settings = await rules.ReadAsync(cancellationToken);
        To = settings.Stages.SkipWhile(stage => stage != settings.Find(person.Stage)).Skip(1).FirstOrDefault()?.Key;
        Next = forms.Suggest(person, (await rules.NextAsync(cancellationToken)).AfterMove(person.NextKind, person.NextOn), Present?.Note ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null) return NotFound();
        var why = TypedTexts.Clean(Why);
        if (!Stages.Any(stage => stage.Value == To)) ModelState.AddModelError(nameof(To), words["Move.ToMissing"]);
        if (why.Length == 0) ModelState.AddModelError(nameof(Why), words["Move.WhyMissing"]);
        if (why.Length > PathwayEntry.LongestNote) ModelState.AddModelError(nameof(Why), words["Text.Long", PathwayEntry.LongestNote]);
        var next = forms.Read(Next, nameof(Next), ModelState, Workers);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.MoveAsync(Id, Seen, new StageMove(To!, why), next!, cancellationToken), words["Move.Saved"], cancellationToken);
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return null;
        var settings = await rules.ReadAsync(cancellationToken);
        var present = settings.Find(person.Stage);
        StageName = inWords.Name(present);
        Stages = [.. settings.Stages.Where(stage => stage != present).Select(stage => new SelectListItem(inWords.Name(stage), stage.Key))];
        return person;
    }
}
