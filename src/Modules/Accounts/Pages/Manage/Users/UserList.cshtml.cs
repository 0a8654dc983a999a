using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace Portal.Accounts.Pages.Manage.Users;

/// <summary>Who has an account on this site.</summary>
internal sealed class UserListModel(PortalDbContext db) : PageModel
{
    private const int PageSize = 25;

    /// <summary>Part of a name or of an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Page<UserRow> Users { get; private set; } = null!;

    public async Task OnGetAsync(int number, CancellationToken cancellationToken)
    {
        var users = db.Set<PortalUser>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var (upper, typed) = (Q.Trim().ToUpperInvariant(), Q.Trim());
            // Runs in the database, which has one culture; SQLite upper-cases Latin letters only, so what was typed is looked for as well.
#pragma warning disable CA1304, CA1311, MA0011, RS0030
            users = users.Where(user => user.NormalizedEmail!.Contains(upper) || user.Name.ToUpper().Contains(upper) || user.Name.Contains(typed));
#pragma warning restore CA1304, CA1311, MA0011, RS0030
        }

        Users = await users.OrderBy(user => user.Name).ThenBy(user => user.Id)
            .Select(user => new UserRow(
                user.Id, user.Name, user.Email!, user.LastSignInAt, user.LockedAt,
                db.Set<UserRole>().Where(held => held.UserId == user.Id).Join(db.Set<PortalRole>(), held => held.RoleId, role => role.Id, (_, role) => role.Name).ToList()))
            .ToPageAsync(number, PageSize, cancellationToken);
    }

    internal sealed record UserRow(string Id, string Name, string Email, DateTimeOffset? LastSignInAt, DateTimeOffset? LockedAt, IReadOnlyList<string> Roles);
}
