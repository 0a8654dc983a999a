using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Platform.Web;

/// <summary>
/// Says on every answer of a page that tells of people who are helped that no browser and no proxy may keep it. It is said when
/// the answer starts, so that nothing that runs later, an error page for example, takes it back.
/// </summary>
internal sealed class NothingStaysBehind : IResourceFilter
{
    /// <summary>What the answers say.</summary>
    public const string CacheControl = "no-store";

    public void OnResourceExecuting(ResourceExecutingContext context)
        => context.HttpContext.Response.OnStarting(
            static http =>
            {
                ((HttpContext)http).Response.Headers.CacheControl = CacheControl;
                return Task.CompletedTask;
            },
            context.HttpContext);

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
