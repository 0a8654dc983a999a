using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Accounts.Domain;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;

namespace Portal.Accounts.Recipes;

/// <summary>
/// The step <c>Users</c>: adds accounts. One that exists stays as it is. Nothing secret travels: no passwords, no
/// authenticators; who needs one sets it up at the first sign-in.
/// </summary>
internal sealed class UsersStep(PortalDbContext db, Users users, TenantContext tenant) : IRecipeStep
{
    public string Name => "Users";

    public Type Model => typeof(UsersStepModel);

    public int Order => 40;

    public async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        await db.Set<PortalRole>().LoadAsync(cancellationToken);
        foreach (var given in ((UsersStepModel)run.Model).Users)
        {
            var roles = db.Set<PortalRole>().Local.Where(role => given.Roles.Contains(role.Name)).ToList();
            var unknown = given.Roles.Except(roles.Select(role => role.Name), StringComparer.Ordinal).ToList();
            foreach (var name in unknown) run.Error($"The user '{given.Email}' is given the role '{name}', which does not exist.");
            var isAddress = Users.IsAddress(given.Email);
            if (!isAddress) run.Error($"'{given.Email}' is not an e-mail address.");
            if (unknown.Count > 0 || !isAddress || await users.FindEntityAsync(given.Email, cancellationToken) is not null) continue;
            users.Add(new NewUser { Email = given.Email, Name = given.UserName, Language = given.Language ?? tenant.Settings.DefaultLanguage }, roles);
        }
    }

    public async Task<object?> ExportAsync(CancellationToken cancellationToken)
    {
        var held = await db.Set<UserRole>()
            .Join(db.Set<PortalRole>(), row => row.RoleId, role => role.Id, (row, role) => new { row.UserId, role.Name })
            .ToListAsync(cancellationToken);
        var names = held.ToLookup(row => row.UserId, row => row.Name, StringComparer.Ordinal);
        var all = await db.Set<PortalUser>().AsNoTracking().OrderBy(user => user.NormalizedEmail).ToListAsync(cancellationToken);
        return all.Count == 0 ? null : new UsersStepModel
        {
            Users = [.. all.Select(user => new UserModel
            {
                Email = user.Email!, UserName = user.Name, Language = user.Language, Roles = [.. names[user.Id].Order(StringComparer.Ordinal)],
            })],
        };
    }
}

/// <summary>The step <c>Users</c>.</summary>
internal sealed record UsersStepModel
{
    /// <summary>The users.</summary>
    public required IReadOnlyList<UserModel> Users { get; init; }
}

/// <summary>One user.</summary>
internal sealed record UserModel
{
    /// <summary>E-mail address; who has it already stays as they are.</summary>
    public required string Email { get; init; }

    /// <summary>Name to show; the part of the address before the @ where it is left out.</summary>
    public string? UserName { get; init; }

    /// <summary>Names of roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Language of e-mails; the site's own where it is left out.</summary>
    public string? Language { get; init; }
}
