using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace Portal.Accounts.Data.Migrations;

/// <summary>Users with their secrets, roles, and one-time links; with the role that may do everything.</summary>
[Migration("202611220010_Accounts")]
internal sealed class M202611220010Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts_users",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Name = table.Column<string>(maxLength: PortalUser.NameLength),
                Language = table.Column<string>(maxLength: 20),
                Email = table.Column<string>(maxLength: 320),
                NormalizedEmail = table.Column<string>(maxLength: 320),
                EmailConfirmed = table.Column<bool>(),
                UserName = table.Column<string>(maxLength: 320),
                NormalizedUserName = table.Column<string>(maxLength: 320),
                PasswordHash = table.Column<string>(nullable: true),
                SecurityStamp = table.Column<string>(),
                ConcurrencyStamp = table.Column<string>(nullable: true),
                TwoFactorEnabled = table.Column<bool>(),
                LockoutEnabled = table.Column<bool>(),
                LockoutEnd = table.Column<DateTime>(nullable: true),
                AccessFailedCount = table.Column<int>(),
                CreatedAt = table.Column<DateTime>(),
                LastSignInAt = table.Column<DateTime>(nullable: true),
                LockedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_accounts_users", user => user.Id));
        migrationBuilder.CreateIndex("IX_accounts_users_NormalizedEmail", "accounts_users", "NormalizedEmail", unique: true);
        migrationBuilder.CreateIndex("IX_accounts_users_NormalizedUserName", "accounts_users", "NormalizedUserName", unique: true);

        migrationBuilder.CreateTable(
            "accounts_user_secrets",
            table => new
            {
                UserId = table.Column<string>(maxLength: Ids.Length),
                LoginProvider = table.Column<string>(maxLength: 80),
                Name = table.Column<string>(maxLength: 80),
                Value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_accounts_user_secrets", secret => new { secret.UserId, secret.LoginProvider, secret.Name });
                table.ForeignKey("FK_accounts_user_secrets_accounts_users_UserId", secret => secret.UserId, "accounts_users", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "accounts_roles",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Name = table.Column<string>(maxLength: PortalRole.NameLength),
                Description = table.Column<string>(),
                Permissions = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_accounts_roles", role => role.Id));
        migrationBuilder.CreateIndex("IX_accounts_roles_Name", "accounts_roles", "Name", unique: true);
        migrationBuilder.Sql(
            $"INSERT INTO accounts_roles (\"Id\", \"Name\", \"Description\", \"Permissions\") VALUES ('{PortalRole.AdministratorId}', '{PortalRole.Administrator}', '', '[]')");

        migrationBuilder.CreateTable(
            "accounts_user_roles",
            table => new { UserId = table.Column<string>(maxLength: Ids.Length), RoleId = table.Column<string>(maxLength: Ids.Length) },
            constraints: table =>
            {
                table.PrimaryKey("PK_accounts_user_roles", row => new { row.UserId, row.RoleId });
                table.ForeignKey("FK_accounts_user_roles_accounts_users_UserId", row => row.UserId, "accounts_users", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_accounts_user_roles_accounts_roles_RoleId", row => row.RoleId, "accounts_roles", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_accounts_user_roles_RoleId", "accounts_user_roles", "RoleId");

        migrationBuilder.CreateTable(
            "accounts_sign_in_links",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                CodeHash = table.Column<string>(maxLength: 64),
                UserId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                AddressHash = table.Column<string>(maxLength: 64, nullable: true),
                ReturnPath = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                ExpiresAt = table.Column<DateTime>(),
                UsedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_accounts_sign_in_links", link => link.Id);
                table.ForeignKey("FK_accounts_sign_in_links_accounts_users_UserId", link => link.UserId, "accounts_users", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_accounts_sign_in_links_CodeHash", "accounts_sign_in_links", "CodeHash", unique: true);
        migrationBuilder.CreateIndex("IX_accounts_sign_in_links_AddressHash_CreatedAt", "accounts_sign_in_links", ["AddressHash", "CreatedAt"]);
        migrationBuilder.CreateIndex("IX_accounts_sign_in_links_UserId", "accounts_sign_in_links", "UserId");
    }
}
