using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.Introductions;

namespace Portal.Signposting.Pages.Workspace.Introductions;

/// <summary>The introductions that wait, oldest first, and the answers nobody has looked at yet.</summary>
internal sealed class ListModel(IntroductionList list, NewAnswers answers, PlanAccess access, IntroductionWords words) : PageModel
{
    /// <summary>Those of everybody instead of one's own, for those who may see them.</summary>
    [FromQuery]
    public bool All { get; set; }

    public bool MaySeeAll { get; private set; }

    /// <summary>Plans on which people said something new.</summary>
    public IReadOnlyList<PlanWithAnswers> People { get; private set; } = [];

    public IReadOnlyList<ListedIntroduction> New { get; private set; } = [];

    public IReadOnlyList<ListedIntroduction> Waiting { get; private set; } = [];

    public string StateOf(ListedIntroduction listed) => words.State(listed.Introduction);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MaySeeAll = await access.SeesAllAsync();
        All &= MaySeeAll;
        if (All) await access.RecordViewAsync("all", cancellationToken);
        People = await answers.ReadAsync(All, cancellationToken);
        var all = await list.ReadAsync(All, cancellationToken);
        New = [.. all.Where(listed => listed.Introduction.IsNew)];
        Waiting = [.. all.Where(listed => !listed.Introduction.IsNew)];
    }
}
