using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Signposting.Data.Migrations;

/// <summary>
/// Indexes by which boards and lists stay quick among 200,000 people. Those for finished and merged records hold only these: with the others
/// in them SQLite took them for everything that goes on. Each holds all that its counts ask, its own condition too, so that counting opens no record.
/// </summary>
[Migration("202611281301_BoardIndexes")]
internal sealed class M202611281301BoardIndexes : Migration
{
    private const string People = "signposting_people";
    private const string Open = "\"ClosedAt\" IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var name in new[] { "ClosedAt", "MergedIntoId", "Next", "Worker", "NextWorker", "Team" }) migrationBuilder.DropIndex("IX_signposting_people_" + name, People);
        migrationBuilder.CreateIndex("IX_signposting_people_ClosedAt", People, "ClosedAt", filter: "\"ClosedAt\" IS NOT NULL");
        migrationBuilder.CreateIndex("IX_signposting_people_MergedIntoId", People, "MergedIntoId", filter: "\"MergedIntoId\" IS NOT NULL");
        migrationBuilder.CreateIndex("IX_signposting_people_Next", People, ["NextOn", "Id", "PausedUntil", "Stage", "ClosedAt"], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_Worker", People, ["WorkerId", "NextOn", "Id", "PausedUntil", "Stage", "TeamId", "ClosedAt"], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_NextWorker", People, ["NextWorkerId", "NextOn", "Id", "PausedUntil", "Stage", "WorkerId", "TeamId", "ClosedAt"], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_Team", People, ["TeamId", "NextOn", "Id", "PausedUntil", "Stage", "WorkerId", "ClosedAt"], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_Changed", People, ["ChangedAt", "Id", "ClosedAt"], descending: [true, false, false], filter: Open);
        migrationBuilder.CreateIndex("IX_signposting_people_ClosedChanged", People, ["ChangedAt", "Id", "ClosedAt", "MergedIntoId"], descending: [true, false, false, false], filter: "\"ClosedAt\" IS NOT NULL AND \"MergedIntoId\" IS NULL");
    }
}
