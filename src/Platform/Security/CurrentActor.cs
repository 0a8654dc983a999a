using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Portal.Platform.Security;

/// <summary>Who is doing what is being done: the signed-in user, the public, or a job.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    private string? systemName;

    /// <summary>The signed-in user, if any.</summary>
    public ClaimsPrincipal? User => http.HttpContext?.User is { Identity.IsAuthenticated: true } user ? user : null;

    /// <summary>Id of the signed-in user, or null.</summary>
    public string? UserId => User?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>User id, or <c>public</c>, or the name of the job.</summary>
    public string Id => systemName ?? UserId ?? (http.HttpContext is null ? "system" : "public");

    /// <summary>Name to show in the audit trail.</summary>
    public string Name => systemName ?? User?.Identity?.Name ?? Id;

    /// <summary>Says that a job or command acts in this scope.</summary>
    public void ActAs(string name) => systemName = name;
}
