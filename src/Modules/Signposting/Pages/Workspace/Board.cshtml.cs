using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>A worker's plans, with what each waits for.</summary>
internal sealed class BoardModel(PlanBoard board, PlanAccess access, PlanEditor editor, IStringLocalizer<SignpostingText> texts) : PageModel
{
    /// <summary>Everybody's plans instead of one's own, for those who may see them.</summary>
    [FromQuery]
    public bool All { get; set; }

    /// <summary>Plans put away as done instead of those in use.</summary>
    [FromQuery]
    public bool Closed { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public bool MaySeeAll { get; private set; }

    public Page<BoardItem> Plans { get; private set; } = null!;

    public IEnumerable<(string TextKey, string Css, IReadOnlyList<BoardItem> Plans)> Columns =>
    [
        ("Board.Late", " portal-board__column--late", Of(NextThing.RenewLink, NextThing.LinkEndsSoon)),
        ("Board.Now", " portal-board__column--now", Of(NextThing.ChooseSteps, NextThing.Share)),
        ("Board.Later", "", Of(NextThing.WaitForOpening, NextThing.AskHowItGoes)),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MaySeeAll = await access.SeesAllAsync();
        All &= MaySeeAll;
        if (All) await access.RecordViewAsync("all", cancellationToken);
        Plans = await board.ReadAsync(new BoardChoice(All, Closed, Number), cancellationToken);
    }

    public async Task<IActionResult> OnPostPutBackAsync(string id, CancellationToken cancellationToken)
    {
        if (await editor.PutBackAsync(id, cancellationToken) == ChangeResult.NotFound) return NotFound();
        TempData["Notice"] = texts["Remove.Undone"].Value;
        return RedirectToPage();
    }

    private List<BoardItem> Of(params NextThing[] things) => [.. Plans.Items.Where(plan => things.Contains(plan.Next))];
}
