using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Jobs.Data.Migrations;

/// <summary>What ran for the tenant. The timetable itself is not in the tenant's database.</summary>
[Migration("202611220010_Jobs")]
internal sealed class M202611220010Jobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "jobs_runs",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                JobId = table.Column<string>(maxLength: 80),
                StartedAt = table.Column<DateTime>(),
                Attempt = table.Column<int>(),
                Times = table.Column<int>(),
                State = table.Column<string>(maxLength: 20),
                Milliseconds = table.Column<int>(),
                Done = table.Column<string>(nullable: true),
                Error = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_jobs_runs", row => row.Id));
        migrationBuilder.CreateIndex("IX_jobs_runs_JobId_StartedAt", "jobs_runs", ["JobId", "StartedAt"]);
    }
}
