using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Portal.Platform.Security;

/// <summary>Knows what a user may do. Implemented by Accounts.</summary>
public interface IPermissions
{
    /// <summary>
    /// True when the user has the permission through a role. A permission that sees people is held only by somebody who
    /// signed in with a second factor.
    /// </summary>
    ValueTask<bool> HasAsync(ClaimsPrincipal user, string permission);
}

/// <summary>The policy that stands for a permission is named after it.</summary>
public static class PermissionPolicy
{
    private const string Prefix = "permission:";

    /// <summary>Name of the policy that asks for a permission.</summary>
    public static string For(string permission) => Prefix + permission;

    internal static string? PermissionOf(string policyName) => policyName.StartsWith(Prefix, StringComparison.Ordinal) ? policyName[Prefix.Length..] : null;
}

/// <summary>Asks for a permission.</summary>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionPolicyProvider(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
        => PermissionPolicy.PermissionOf(policyName) is { } permission
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)).Build()
            : await base.GetPolicyAsync(policyName);
}

internal sealed class PermissionHandler(IPermissions permissions) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (await permissions.HasAsync(context.User, requirement.Permission)) context.Succeed(requirement);
    }
}
