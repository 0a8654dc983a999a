using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>Suggestions that wait for a moderator, whose changes are public at once, and who looks after what.</summary>
[Migration("202611250901_Moderation")]
internal sealed class M202611250901Moderation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_suggestions",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Kind = table.Column<string>(maxLength: ModerationConfiguration.KindLength),
                ListingId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                Title = table.Column<string>(),
                Culture = table.Column<string>(maxLength: 20),
                State = table.Column<string>(maxLength: ModerationConfiguration.KindLength),
                Revision = table.Column<int>(),
                Before = table.Column<string>(nullable: true),
                After = table.Column<string>(),
                Place = table.Column<string>(nullable: true),
                Why = table.Column<string>(nullable: true),
                UserId = table.Column<string>(maxLength: ModerationConfiguration.UserIdLength, nullable: true),
                Name = table.Column<string>(nullable: true),
                Email = table.Column<string>(maxLength: ModerationConfiguration.EmailLength, nullable: true),
                HelpsToRun = table.Column<bool>(),
                Language = table.Column<string>(maxLength: 20),
                CreatedAt = table.Column<DateTime>(),
                ChangedAt = table.Column<DateTime>(),
                DecidedBy = table.Column<string>(nullable: true),
                DecidedAt = table.Column<DateTime>(nullable: true),
                AuditNumber = table.Column<long>(nullable: true),
                Messages = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_directory_suggestions", row => row.Id));
        migrationBuilder.CreateIndex("IX_directory_suggestions_State_ChangedAt", "directory_suggestions", ["State", "ChangedAt"]);
        migrationBuilder.CreateIndex("IX_directory_suggestions_ListingId_UserId", "directory_suggestions", ["ListingId", "UserId"]);

        migrationBuilder.CreateTable(
            "directory_keeper_trust",
            table => new
            {
                Email = table.Column<string>(maxLength: ModerationConfiguration.EmailLength),
                Approved = table.Column<int>(),
                ByHand = table.Column<bool>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_directory_keeper_trust", row => row.Email));

        migrationBuilder.CreateTable(
            "directory_moderation_assignments",
            table => new
            {
                Kind = table.Column<string>(maxLength: ModerationConfiguration.KindLength),
                ItemId = table.Column<string>(maxLength: ModerationConfiguration.UserIdLength),
                UserId = table.Column<string>(maxLength: ModerationConfiguration.UserIdLength),
                UserName = table.Column<string>(),
                At = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_directory_moderation_assignments", row => new { row.Kind, row.ItemId }));
        migrationBuilder.CreateIndex("IX_directory_moderation_assignments_UserId", "directory_moderation_assignments", "UserId");

        // Who kept a page before there was moderation published at once, and goes on doing so.
        migrationBuilder.Sql("INSERT INTO directory_keeper_trust (\"Email\", \"Approved\", \"ByHand\") SELECT DISTINCT \"Email\", 0, (1 = 1) FROM directory_listing_maintainers");
    }
}
