using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Retention;

/// <summary>What the pages on one plan or referral without a record have in common.</summary>
internal abstract class LoosePage(WithoutRecord withoutRecord) : PageModel
{
    /// <summary>A <see cref="LooseKind"/>, in small letters.</summary>
    [FromRoute]
    public string Kind { get; set; } = "";

    [FromRoute]
    public string Id { get; set; } = "";

    public Loose Shown { get; private set; } = null!;

    /// <summary>Opens it; false when there is none that the reader may erase.</summary>
    protected async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (!Enum.GetNames<LooseKind>().Contains(Kind, StringComparer.OrdinalIgnoreCase)) return false;
        if (await withoutRecord.OpenAsync(Enum.Parse<LooseKind>(Kind, ignoreCase: true), Id, cancellationToken) is not { } loose) return false;
        Shown = loose;
        return true;
    }
}
