using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Where people are on their way, what is next, and what happened so far.</summary>
[Migration("202611280301_Pathway")]
internal sealed class M202611280301Pathway : Migration
{
    private const string People = "signposting_people";
    private const string Open = "\"ClosedAt\" IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Stage", People, maxLength: 40, nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<DateTime>("StageSince", People, nullable: false, defaultValue: DateTime.UnixEpoch);
        migrationBuilder.AddColumn<DateTime>("WaitingSince", People, nullable: false, defaultValue: DateTime.UnixEpoch);
        migrationBuilder.AddColumn<string>("NextKind", People, maxLength: 20, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("NextOn", People, nullable: true);
        migrationBuilder.AddColumn<string>("NextWorkerId", People, maxLength: 80, nullable: true);
        migrationBuilder.AddColumn<string>("SealedNextNote", People, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("PausedUntil", People, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("FirstReachedOn", People, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("LastReachedOn", People, nullable: true);
        migrationBuilder.AddColumn<string>("ClosedFor", People, maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<int>("PathChanges", People, nullable: false, defaultValue: 0);
        migrationBuilder.Sql("UPDATE signposting_people SET \"StageSince\" = \"CreatedAt\", \"WaitingSince\" = \"CreatedAt\"");
        migrationBuilder.CreateIndex("IX_signposting_people_Next", People, ["NextOn", "Id", "PausedUntil", "Stage"], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_Worker", People, ["WorkerId", "NextOn", "Id", "PausedUntil", "Stage"], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_NextWorker", People, ["NextWorkerId", "NextOn", "Id", "PausedUntil", "Stage"], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_Team", People, ["TeamId", "NextOn", "Id", "PausedUntil", "Stage", "WorkerId"], filter: Open);

        migrationBuilder.CreateTable(
            "signposting_path_entries",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PersonId = table.Column<string>(maxLength: Ids.Length),
                Kind = table.Column<string>(maxLength: 20),
                On = table.Column<DateOnly>(),
                At = table.Column<DateTime>(),
                WorkerId = table.Column<string>(maxLength: 80),
                How = table.Column<string>(maxLength: 20, nullable: true),
                Result = table.Column<string>(maxLength: 20, nullable: true),
                From = table.Column<string>(maxLength: 40, nullable: true),
                To = table.Column<string>(maxLength: 40, nullable: true),
                Until = table.Column<DateOnly>(nullable: true),
                IsWanted = table.Column<bool>(),
                Reason = table.Column<string>(maxLength: 40, nullable: true),
                SealedNote = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_path_entries", row => row.Id);
                table.ForeignKey("FK_signposting_path_entries_signposting_people_PersonId", row => row.PersonId, "signposting_people", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_path_entries_PersonId_On", "signposting_path_entries", ["PersonId", "On"]);
    }
}
