using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>Who looked at a record and who changed it.</summary>
internal sealed class HistoryPageModel(PersonAccess access, PersonHistory history, PrivateText texts, IStringLocalizer<PeopleText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public string Name { get; private set; } = "";

    public Page<HistoryEntry> Entries { get; private set; } = new([], 1, 1, 0);

    /// <summary>What was done, in words; an action that has none is shown as it is named.</summary>
    public string InWords(HistoryEntry entry)
    {
        var said = words["Action." + entry.Action];
        var action = said.ResourceNotFound ? entry.Action : said.Value;
        return entry.Section is { } section ? $"{action}: {words["Section." + section].Value}" : action;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return NotFound();
        Name = person.Read<Who>(texts)?.FullName ?? "";
        Entries = await history.ReadAsync(Id, Number, cancellationToken);
        return Page();
    }
}
