using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Learning.Contracts;
using Portal.Platform.Web;
using Portal.Programmes.Services;

namespace Portal.Programmes.Pages.Programmes;

[SharedPage]
internal sealed class ProgrammeModel(ProgrammeReader programmes, ProgrammeWords words, PageFrame frame, SiteAddresses addresses) : PageModel
{
    public ProgrammeToRead Programme { get; private set; } = null!;

    /// <summary>How long it takes, in words.</summary>
    public string Length => words.Length(Programme.Entry.Minutes, Programme.Entry.Sessions);

    /// <summary>The programme in the words of schema.org.</summary>
    public string StructuredData => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["@type"] = "Course",
        ["name"] = Programme.Text.Title,
        ["description"] = Programme.Text.Gist,
        ["inLanguage"] = Programme.Text.Language,
        ["timeRequired"] = System.Xml.XmlConvert.ToString(TimeSpan.FromMinutes((double)Programme.Entry.Minutes * Programme.Entry.Sessions)),
        ["url"] = addresses.Absolute($"/programmes/{Programme.Entry.Slug}"),
        ["provider"] = StructuredText.Organisation(frame.Settings.Name),
    }.AsStructuredData();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await programmes.ReadAsync(slug, cancellationToken) is not { } programme) return NotFound();
        Programme = programme;
        return Page();
    }
}
