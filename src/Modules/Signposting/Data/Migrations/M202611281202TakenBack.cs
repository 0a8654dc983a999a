using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Contacts that were logged by mistake, and what was next before a contact.</summary>
[Migration("202611281202_TakenBack")]
internal sealed class M202611281202TakenBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("TakenBackAt", "signposting_path_entries", nullable: true);
        migrationBuilder.AddColumn<string>("TakenBackBy", "signposting_path_entries", maxLength: 80, nullable: true);
        migrationBuilder.AddColumn<string>("BeforeKind", "signposting_path_entries", maxLength: 20, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("BeforeOn", "signposting_path_entries", nullable: true);
        migrationBuilder.AddColumn<string>("BeforeWorkerId", "signposting_path_entries", maxLength: 80, nullable: true);
        migrationBuilder.AddColumn<string>("SealedBeforeNote", "signposting_path_entries", nullable: true);
        migrationBuilder.AddColumn<int>("PathChanges", "signposting_path_entries", nullable: true);
    }
}
