using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Team meetings, what they said of people, and who is to be talked about.</summary>
[Migration("202611280302_Meetings")]
internal sealed class M202611280302Meetings : Migration
{
    private const string People = "signposting_people";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("FlaggedAt", People, nullable: true);
        migrationBuilder.AddColumn<string>("FlaggedBy", People, maxLength: 80, nullable: true);
        migrationBuilder.AddColumn<string>("SealedFlag", People, nullable: true);
        migrationBuilder.AddColumn<bool>("BeliefBears", People, nullable: true);
        migrationBuilder.AddColumn<string>("SealedBelief", People, nullable: true);

        migrationBuilder.CreateTable(
            "signposting_meetings",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                TeamId = table.Column<string>(maxLength: Ids.Length),
                On = table.Column<DateOnly>(),
                At = table.Column<TimeOnly>(),
                EveryWeeks = table.Column<int>(nullable: true),
                Present = table.Column<string>(),
                ClosedAt = table.Column<DateTime>(nullable: true),
                SealedNotes = table.Column<string>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_meetings", row => row.Id);
                table.ForeignKey("FK_signposting_meetings_signposting_teams_TeamId", row => row.TeamId, "signposting_teams", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_meetings_TeamId_On", "signposting_meetings", ["TeamId", "On"]);

        migrationBuilder.CreateTable(
            "signposting_meeting_items",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                MeetingId = table.Column<string>(maxLength: Ids.Length),
                PersonId = table.Column<string>(maxLength: Ids.Length),
                Reasons = table.Column<string>(),
                At = table.Column<DateTime>(),
                SealedNotes = table.Column<string>(nullable: true),
                SealedDecision = table.Column<string>(nullable: true),
                From = table.Column<string>(maxLength: 40, nullable: true),
                To = table.Column<string>(maxLength: 40, nullable: true),
                ActionKind = table.Column<string>(maxLength: 20, nullable: true),
                ActionOn = table.Column<DateOnly>(nullable: true),
                ActionWorkerId = table.Column<string>(maxLength: 80, nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_meeting_items", row => row.Id);
                table.ForeignKey("FK_signposting_meeting_items_signposting_meetings_MeetingId", row => row.MeetingId, "signposting_meetings", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_signposting_meeting_items_signposting_people_PersonId", row => row.PersonId, "signposting_people", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_meeting_items_MeetingId_PersonId", "signposting_meeting_items", ["MeetingId", "PersonId"], unique: true);
        migrationBuilder.CreateIndex("IX_signposting_meeting_items_PersonId", "signposting_meeting_items", "PersonId");
    }
}
