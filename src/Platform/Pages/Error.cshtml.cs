using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Platform.Pages;

/// <summary>What the reader sees when a page cannot be shown.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel : PageModel
{
    private static readonly int[] explained = [400, 403, 404, 429, 500, 503];

    /// <summary>The status that is explained: the nearest one there are words for.</summary>
    public int Status { get; private set; }

    public void OnGet(int status) => Explain(status);

    public void OnPost(int status) => Explain(status);

    private void Explain(int status)
    {
        Status = explained.Contains(status) ? status : status >= 500 ? 500 : 400;
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = Status;
    }
}
