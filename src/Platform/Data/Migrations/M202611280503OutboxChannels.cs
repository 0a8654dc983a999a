using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Platform.Data.Migrations;

/// <summary>Text messages beside e-mails; what goes to people who are helped is sealed and waits for the morning.</summary>
[Migration("202611280503_OutboxChannels")]
internal sealed class M202611280503OutboxChannels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Channel", "platform_outbox", maxLength: 10, nullable: false, defaultValue: "Email");
        migrationBuilder.AddColumn<bool>("IsQuiet", "platform_outbox", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("SealedContent", "platform_outbox", nullable: true);
        migrationBuilder.AddColumn<string>("About", "platform_outbox", maxLength: Ids.Length, nullable: true);
        migrationBuilder.CreateIndex("IX_platform_outbox_About", "platform_outbox", "About");
    }
}
