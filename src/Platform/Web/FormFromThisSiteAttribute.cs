using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Platform.Web;

/// <summary>
/// Refuses forms of other sites by what the browser says of where they come from, instead of by a token: for the buttons on pages
/// marked <see cref="SharedPageAttribute"/>, which are the same for everybody and so can carry none. Every browser of the last
/// years sends one of the two headers with a form; who sends neither is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormFromThisSiteAttribute : Attribute, IAuthorizationFilter, IAntiforgeryPolicy, IOrderedFilter
{
    /// <summary>As late as the check of tokens, which it replaces.</summary>
    public int Order => 1000;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !ComesFromHere(request)) context.Result = new BadRequestResult();
    }

    private static bool ComesFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;
    }
}
