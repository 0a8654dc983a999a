using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Records of people, the teams that look after them, and which plan is whose.</summary>
[Migration("202611280101_People")]
internal sealed class M202611280101People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signposting_people",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                TeamId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                WorkerId = table.Column<string>(maxLength: 80, nullable: true),
                CreatedAt = table.Column<DateTime>(),
                ChangedAt = table.Column<DateTime>(),
                ClosedAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
                NhsHash = table.Column<string>(maxLength: 64, nullable: true),
                NameHash = table.Column<string>(maxLength: 64, nullable: true),
                SealedWho = table.Column<string>(nullable: true),
                SealedReach = table.Column<string>(nullable: true),
                SealedCommunication = table.Column<string>(nullable: true),
                SealedRisks = table.Column<string>(nullable: true),
                SealedAddress = table.Column<string>(nullable: true),
                SealedPractice = table.Column<string>(nullable: true),
                SealedAboutMe = table.Column<string>(nullable: true),
                SealedRequirements = table.Column<string>(nullable: true),
                SealedBackground = table.Column<string>(nullable: true),
                SealedConsents = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_signposting_people", row => row.Id));
        migrationBuilder.CreateIndex("IX_signposting_people_WorkerId_ChangedAt", "signposting_people", ["WorkerId", "ChangedAt"]);
        migrationBuilder.CreateIndex("IX_signposting_people_TeamId_ChangedAt", "signposting_people", ["TeamId", "ChangedAt"]);
        migrationBuilder.CreateIndex("IX_signposting_people_NhsHash", "signposting_people", "NhsHash");
        migrationBuilder.CreateIndex("IX_signposting_people_NameHash", "signposting_people", "NameHash");

        migrationBuilder.CreateTable(
            "signposting_teams",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Name = table.Column<string>(maxLength: 80),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_signposting_teams", row => row.Id));

        migrationBuilder.CreateTable(
            "signposting_team_members",
            table => new
            {
                TeamId = table.Column<string>(maxLength: Ids.Length),
                UserId = table.Column<string>(maxLength: 80),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_team_members", row => new { row.TeamId, row.UserId });
                table.ForeignKey("FK_signposting_team_members_signposting_teams_TeamId", row => row.TeamId, "signposting_teams", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_team_members_UserId", "signposting_team_members", "UserId");

        migrationBuilder.AddColumn<string>("PersonId", "signposting_plans", maxLength: Ids.Length, nullable: true);
        migrationBuilder.CreateIndex("IX_signposting_plans_PersonId", "signposting_plans", "PersonId");
    }
}
