using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Platform.Data.Migrations;

/// <summary>Outgoing messages that are removed once they were sent.</summary>
[Migration("202611250601_ForgetWhenSent")]
internal sealed class M202611250601ForgetWhenSent : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.AddColumn<bool>("ForgetWhenSent", "platform_outbox", nullable: false, defaultValue: false);
}
