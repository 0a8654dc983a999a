using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Programmes.Domain;
using Portal.Programmes.Resources;
using Portal.Programmes.Services;

namespace Portal.Programmes.Pages.Manage;

/// <summary>The facts of a programme: how people take part, how long it takes, what it speaks to.</summary>
internal sealed class ProgrammeDetailsModel(
    ProgrammeEditor editor, EditingFrame frame, ITaxonomies taxonomies, IArticleTitles articles, IStringLocalizer<ProgrammesText> texts, IStringLocalizer<ProgrammeEditingText> editing) : ThingDetailsPage(frame)
{
    private readonly EditingFrame frame = frame;

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Sessions { get; set; }

    [BindProperty]
    public string[] Needs { get; set; } = [];

    [BindProperty]
    public string[] ReadBefore { get; set; } = [];

    public Programme Programme { get; private set; } = null!;

    public IEnumerable<SelectListItem> KindChoices => Enum.GetNames<ProgrammeKind>().Select(kind => new SelectListItem(texts[$"Kind.{kind}.Short"], kind));

    public IReadOnlyList<SelectListItem> NeedChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ArticleChoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        Fill(Programme.Details);
        Kind = Programme.Kind.ToString();
        Minutes = Programme.Minutes == 0 ? "" : Programme.Minutes.ToString(CultureInfo.InvariantCulture);
        Sessions = Programme.Sessions.ToString(CultureInfo.InvariantCulture);
        Needs = [.. Programme.Needs];
        ReadBefore = [.. Programme.Articles];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        if (!Enum.TryParse<ProgrammeKind>(Kind, out var kind) || !Enum.IsDefined(kind)) ModelState.AddModelError(nameof(Kind), editing["Details.KindMissing"]);
        var minutes = CheckNumber(nameof(Minutes), Minutes?.Trim(), 1, Programme.LongestSession, editing["Details.MinutesInvalid", Programme.LongestSession]);
        var sessions = CheckNumber(nameof(Sessions), Sessions?.Trim(), 1, Programme.MostSessions, editing["Details.SessionsInvalid", Programme.MostSessions]);
        var order = CheckOrder();
        CheckSeen(Programme.Details);
        if (!ModelState.IsValid) return Page();

        var details = Programme.Details with
        {
            Kind = kind,
            Minutes = minutes,
            Sessions = sessions,
            Order = order,
            Needs = [.. NeedChoices.Select(choice => choice.Value).Where(Needs.Contains)],
            Articles = KeepOrder(Programme.Articles, ReadBefore, ArticleChoices.Select(choice => choice.Value)),
        };
        return Done(await editor.ArrangeAsync(Programme, details, cancellationToken), editor.Place.ManagePath);
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } programme) return false;
        Programme = programme;
        NeedChoices = await frame.NeedsAsync(taxonomies, cancellationToken);
        ArticleChoices = [.. (await articles.TitlesAsync(cancellationToken)).Select(article => new SelectListItem(article.Value, article.Key))];
        return true;
    }
}
