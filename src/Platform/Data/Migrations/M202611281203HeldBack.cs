using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Platform.Data.Migrations;

/// <summary>Messages that were held back because the person must not get them any more.</summary>
[Migration("202611281203_HeldBack")]
internal sealed class M202611281203HeldBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("HeldBackAt", "platform_outbox", nullable: true);
        migrationBuilder.AddColumn<string>("HeldBackFor", "platform_outbox", maxLength: 20, nullable: true);
    }
}
