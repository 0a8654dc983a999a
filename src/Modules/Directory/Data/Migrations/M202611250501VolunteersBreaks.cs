using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Directory.Data.Migrations;

/// <summary>Breaks and endings of groups, and a count of the changes of venues.</summary>
[Migration("202611250501_VolunteersBreaks")]
internal sealed class M202611250501VolunteersBreaks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("BackOn", "directory_listings", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("StoppedOn", "directory_listings", nullable: true);
        migrationBuilder.AddColumn<int>("Revision", "directory_venues", nullable: false, defaultValue: 0);
    }
}
