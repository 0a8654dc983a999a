using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>Asks before several things are decided on at once, and decides.</summary>
internal sealed class SeveralModel(ModerationQueue queue, IStringLocalizer<ModerationText> texts) : PageModel
{
    private const int Most = 50;
    private const int LongestMessage = 2000;

    /// <summary>What was chosen: kind, id and the revision that was seen.</summary>
    [BindProperty(SupportsGet = true, Name = "pick")]
    public string[] Pick { get; set; } = [];

    /// <summary><c>approve</c> or <c>return</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "decision")]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    public bool IsApproval => Decision != "return";

    /// <summary>What was chosen and still waits.</summary>
    public IReadOnlyList<ModerationRow> Rows { get; private set; } = [];

    /// <summary>How a choice is written in the form.</summary>
    public static string Write(ModerationRow row) => $"{row.Kind}:{row.Id}:{row.Revision.ToString(CultureInfo.InvariantCulture)}";

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var message = TypedText.Clean(Message);
        if (!IsApproval && message is null) ModelState.AddModelError(nameof(Message), texts["Decide.MessageMissing"]);
        if (message?.Length > LongestMessage) ModelState.AddModelError(nameof(Message), texts["Decide.MessageLong", LongestMessage]);
        if (!ModelState.IsValid) return Page();

        var done = new List<string>();
        foreach (var group in Chosen().GroupBy(item => item.Kind, StringComparer.Ordinal))
        {
            if (queue.SourceOf(group.Key) is { } source) done.AddRange(await source.DecideAsync([.. group.Select(item => item.Item)], new BulkDecision(IsApproval, message), cancellationToken));
        }

        var left = Chosen().Count - done.Count;
        TempData["Notice"] = texts.Count("Several.Done", done.Count).Value + (left > 0 ? " " + texts.Count("Several.Left", left).Value : "");
        return Redirect(Url.Content("~/manage/moderation"));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var rows = new List<ModerationRow>();
        foreach (var group in Chosen().GroupBy(item => item.Kind, StringComparer.Ordinal))
        {
            if (queue.SourceOf(group.Key) is { } source) rows.AddRange(await source.OldestAsync(new ModerationFilter([.. group.Select(item => item.Item.Id)], []), Most, cancellationToken));
        }

        Rows = rows;
    }

    private List<(string Kind, ChosenItem Item)> Chosen()
        => [.. Pick.Take(Most).Select(pick => pick.Split(':')).Where(pick => pick.Length == 3 && int.TryParse(pick[2], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(pick => (pick[0], new ChosenItem(pick[1], int.Parse(pick[2], CultureInfo.InvariantCulture)))).Distinct()];
}
