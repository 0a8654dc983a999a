using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Accounts.Recipes;

/// <summary>Orchard Core's step <c>Roles</c>: makes roles and says what they may do.</summary>
internal sealed class RolesStep(PortalDbContext db, Roles roles) : IRecipeStep
{
    public string Name => "Roles";

    public Type Model => typeof(RolesStepModel);

    public int Order => 30;

    public async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        await db.Set<PortalRole>().LoadAsync(cancellationToken);
        foreach (var given in ((RolesStepModel)run.Model).Roles)
        {
            if (given.Name.Trim().Length is 0 or > PortalRole.NameLength) run.Error($"A role needs a name of at most {PortalRole.NameLength} characters.");
            foreach (var unknown in given.Permissions.Where(id => !roles.Grantable.Any(entry => entry.Permission.Id == id)))
                run.Error($"The role '{given.Name}' is given the permission '{unknown}', which no module knows. Known are: {string.Join(", ", roles.Grantable.Select(entry => entry.Permission.Id).Order(StringComparer.Ordinal))}.");

            var known = db.Set<PortalRole>().Local.FirstOrDefault(role => role.Name == given.Name);
            var permissions = given.PermissionBehavior switch
            {
                PermissionBehavior.Add => [.. known?.Permissions ?? [], .. given.Permissions],
                PermissionBehavior.Remove => [.. (known?.Permissions ?? []).Except(given.Permissions, StringComparer.Ordinal)],
                _ => given.Permissions,
            };
            await roles.SetAsync(known?.Id, new RoleState(given.Name, given.Description ?? known?.Description ?? "", permissions), cancellationToken);
        }
    }

    public async Task<object?> ExportAsync(CancellationToken cancellationToken)
        => new RolesStepModel
        {
            Roles = await db.Set<PortalRole>().AsNoTracking().OrderBy(role => role.Name)
                .Select(role => new RoleModel { Name = role.Name, Description = role.Description, Permissions = role.Permissions })
                .ToListAsync(cancellationToken),
        };
}

/// <summary>The step <c>Roles</c>.</summary>
internal sealed record RolesStepModel
{
    /// <summary>The roles. One that exists is changed to what is said here.</summary>
    public required IReadOnlyList<RoleModel> Roles { get; init; }
}

/// <summary>One role.</summary>
internal sealed record RoleModel
{
    /// <summary>Its name. <c>Administrator</c> always exists and may do everything.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Ids of permissions.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Whether the permissions take the place of those the role has, are added to them, or taken from them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PermissionBehavior PermissionBehavior { get; init; }
}

/// <summary>What the permissions of a role in a recipe do, as in Orchard Core.</summary>
internal enum PermissionBehavior
{
    Replace,
    Add,
    Remove,
}
