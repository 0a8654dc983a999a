using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Data;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Retention;

/// <summary>Finished records whose time is over: for each somebody decides.</summary>
internal sealed class DueListModel(RecordRetention retention, WithoutRecord withoutRecord) : PageModel
{
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Years { get; private set; }

    public Page<DueRecord> Records { get; private set; } = new([], 1, 1, 0);

    /// <summary>Plans and declined referrals without a record.</summary>
    public IReadOnlyList<Loose> Loose { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Years = (await retention.RuleAsync(cancellationToken)).Years;
        Records = await retention.ListAsync(Number, cancellationToken);
        Loose = await withoutRecord.ListAsync(cancellationToken);
    }
}
