using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>The people a worker has to think of, by what is next; and those who wait for a worker.</summary>
internal sealed class PathBoardModel(
    PathwayBoard board, PathwayDesk desk, PathwayRules rules, PathwayWords inWords, Workloads workloads, PersonAccess access, IStringLocalizer<PathwayText> words) : PageModel
{
    private const int MostWaiting = 10;

    /// <summary><c>Me</c>, <c>Team</c>, <c>All</c>, or the user id of a worker.</summary>
    [FromQuery]
    public string? Of { get; set; }

    [FromQuery]
    public string? Stage { get; set; }

    [FromQuery]
    public Due? Due { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public BoardPage Board { get; private set; } = new(new Page<BoardPerson>([], 1, PathwayBoard.PageSize, 0), new Dictionary<Due, int>());

    public Page<WaitingPerson> Waiting { get; private set; } = new([], 1, MostWaiting, 0);

    /// <summary>Workers that somebody can be given to, with how many people each has.</summary>
    public IReadOnlyList<SelectListItem> Allocatees { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Whose { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Stages { get; private set; } = [];

    public int MyPeople { get; private set; }

    /// <summary>How many people are enough for a worker; null where that is not looked at.</summary>
    public int? Capacity { get; private set; }

    /// <summary>What is asked of the board, for its links and for coming back.</summary>
    public string Query(Due? due, int page = 1)
        => QueryHelpers.AddQueryString("", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["of"] = Of,
            ["stage"] = string.IsNullOrEmpty(Stage) ? null : Stage,
            ["due"] = due?.ToString(),
            ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        });

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var colleagues = await workloads.ColleaguesAsync(cancellationToken);
        var settings = await rules.ReadAsync(cancellationToken);
        Capacity = settings.UsesCapacity ? settings.Capacity : null;
        Stages = [new SelectListItem(words["Board.AllStages"], ""), .. settings.Stages.Select(stage => new SelectListItem(inWords.Name(stage), stage.Key))];
        if (!settings.Stages.Any(stage => stage.Key == Stage)) Stage = null;
        var of = await ChooseAsync(colleagues);
        if (of != PeopleOf.Me) await access.RecordViewAsync(of == PeopleOf.All ? "all" : "team", cancellationToken);
        Board = await board.ReadAsync(new BoardQuery(of ?? PeopleOf.Me, of is null ? Of : null, Stage, Due, Number), cancellationToken);
        Waiting = await board.WaitingAsync(MostWaiting, cancellationToken);
        var loads = await workloads.OfAsync(Waiting.Total > 0 ? colleagues : [.. colleagues.Where(worker => worker.Id == access.WorkerId)], cancellationToken);
        MyPeople = loads.FirstOrDefault(load => load.WorkerId == access.WorkerId)?.People ?? 0;
        Allocatees = [.. loads.Select(load => new SelectListItem(Capacity is { } enough ? words["Waiting.WorkerOf", load.Name, load.People, enough] : words["Waiting.Worker", load.Name, load.People], load.WorkerId))];
    }

    /// <summary>Gives somebody who waits to a worker.</summary>
    public async Task<IActionResult> OnPostAllocateAsync(string id, string worker, CancellationToken cancellationToken)
    {
        if ((await workloads.ColleaguesAsync(cancellationToken)).FirstOrDefault(colleague => colleague.Id == worker) is not { } chosen) return NotFound();
        switch (await desk.AllocateAsync(id, worker, cancellationToken))
        {
            case PathwayResult.NotFound: return NotFound();
            case PathwayResult.ChangedMeanwhile: TempData["Notice"] = words["Waiting.Taken"].Value; break;
            default: TempData["Notice"] = words["Waiting.Done", chosen.Name].Value; break;
        }

        return LocalRedirect("~/workspace" + Query(Due, Number));
    }

    /// <summary>Whose people were asked for; null for those of one worker. Without a word the worker's own.</summary>
    private async Task<PeopleOf?> ChooseAsync(IReadOnlyList<UserSummary> colleagues)
    {
        Whose =
        [
            new SelectListItem(words["Board.Mine"], nameof(PeopleOf.Me)),
            new SelectListItem(words["Board.Team"], nameof(PeopleOf.Team)),
            .. await access.SeesAllAsync() ? new[] { new SelectListItem(words["Board.Everybody"], nameof(PeopleOf.All)) } : [],
            .. colleagues.Where(worker => worker.Id != access.WorkerId).Select(worker => new SelectListItem(worker.Name, worker.Id)),
        ];
        if (!Whose.Any(choice => choice.Value == Of)) Of = nameof(PeopleOf.Me);
        return Enum.TryParse<PeopleOf>(Of, out var of) && of.ToString() == Of ? of : null;
    }
}
