using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Directory.Data.Migrations;

/// <summary>Until when a group has no room, as it told a link worker.</summary>
[Migration("202611280203_FullUntil")]
internal sealed class M202611280203FullUntil : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateOnly>("FullUntil", "directory_listings", nullable: true);
}
