using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Platform.Data.Migrations;

/// <summary>The tables of the platform: settings, content version, audit trail, outgoing messages.</summary>
[Migration("202611220001_Platform")]
internal sealed class M202611220001Platform : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_settings",
            table => new { Name = table.Column<string>(maxLength: 80), Json = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_platform_settings", row => row.Name));

        migrationBuilder.CreateTable(
            "platform_content_version",
            table => new { Id = table.Column<int>(), Version = table.Column<long>() },
            constraints: table => table.PrimaryKey("PK_platform_content_version", row => row.Id));
        migrationBuilder.Sql("INSERT INTO platform_content_version (\"Id\", \"Version\") VALUES (1, 1)");

        migrationBuilder.CreateTable(
            "platform_audit",
            table => new
            {
                Number = table.Column<long>(),
                At = table.Column<DateTime>(),
                Actor = table.Column<string>(maxLength: 80),
                ActorName = table.Column<string>(),
                Action = table.Column<string>(maxLength: 80),
                SubjectKind = table.Column<string>(maxLength: 40),
                SubjectId = table.Column<string>(maxLength: 80),
                Why = table.Column<string>(nullable: true),
                Before = table.Column<string>(nullable: true),
                After = table.Column<string>(nullable: true),
                PreviousHash = table.Column<string>(maxLength: 64),
                Hash = table.Column<string>(maxLength: 64),
            },
            constraints: table => table.PrimaryKey("PK_platform_audit", row => row.Number));
        migrationBuilder.CreateIndex("IX_platform_audit_SubjectKind_SubjectId_Number", "platform_audit", ["SubjectKind", "SubjectId", "Number"]);

        migrationBuilder.CreateTable(
            "platform_outbox",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                To = table.Column<string>(maxLength: 320),
                Language = table.Column<string>(),
                Subject = table.Column<string>(),
                Text = table.Column<string>(),
                Html = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                SentAt = table.Column<DateTime>(nullable: true),
                Attempts = table.Column<int>(),
                NextAttemptAt = table.Column<DateTime>(nullable: true),
                LastError = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_platform_outbox", row => row.Id));
        migrationBuilder.CreateIndex("IX_platform_outbox_NextAttemptAt", "platform_outbox", "NextAttemptAt");
    }
}
