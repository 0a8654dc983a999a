using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Security;

namespace Portal.Accounts.Security;

/// <summary>Leads somebody who may open a page, but has not given a code yet, to where they give it, instead of refusing them.</summary>
internal sealed class SecondFactorGate : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult is { Forbidden: true, AuthorizationFailure.FailedRequirements: var failed } && await LacksOnlyCodeAsync(context, failed))
        {
            var services = context.RequestServices;
            var known = await services.GetRequiredService<KnownUsers>().FindAsync(context.User.UserId()!);
            var request = context.Request;
            var wanted = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString.ToUriComponent() : null;
            context.Response.Redirect(services.GetRequiredService<Landing>().SecondFactor(known!, wanted));
            return;
        }

        await usual.HandleAsync(next, context, policy, authorizeResult);
    }

    private static async Task<bool> LacksOnlyCodeAsync(HttpContext context, IEnumerable<IAuthorizationRequirement> failed)
    {
        var permissions = context.RequestServices.GetRequiredService<Permissions>();
        foreach (var requirement in failed)
        {
            if (requirement is not PermissionRequirement { Permission: var permission } || !await permissions.LacksOnlySecondFactorAsync(context.User, permission)) return false;
        }

        return true;
    }
}
