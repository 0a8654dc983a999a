using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.People;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Urgent;

/// <summary>A record of another team, open for some hours, for reading only.</summary>
internal sealed class UrgentRecordModel(UrgentLooks looks, SafeguardingAccess safeguarding, CareNames care, SectionWords words, PrivateText texts, DateWords dates) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public DateTimeOffset Until { get; private set; }

    public string? WorkerName { get; private set; }

    public string? TeamName { get; private set; }

    public HeedMore HeedMore { get; private set; } = null!;

    public IReadOnlyList<(PersonSection Section, IReadOnlyList<SectionRow> Rows)> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await looks.ReadAsync(Id, cancellationToken) is not { } found) return NotFound();
        var (person, until) = found;
        (Name, Until) = (person.Read<Who>(texts)?.FullName ?? "", until);
        (WorkerName, TeamName) = await care.OfAsync(person, cancellationToken);
        HeedMore = await HeedMore.OfAsync(person, texts, safeguarding, dates.Today);
        Sections = [.. words.Of(person, texts).Where(part => part.Rows.Count > 0 && (part.Section != PersonSection.Safeguarding || HeedMore.Concerns is not null))];
        return Page();
    }
}
