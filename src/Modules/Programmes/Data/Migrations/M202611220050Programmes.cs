using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Programmes.Data.Migrations;

/// <summary>Programmes with their texts.</summary>
[Migration("202611220050_Programmes")]
internal sealed class M202611220050Programmes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "programmes_programmes",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Slug = table.Column<string>(maxLength: 80),
                SourceLanguage = table.Column<string>(maxLength: 20),
                Kind = table.Column<string>(maxLength: 20),
                Minutes = table.Column<int>(),
                Sessions = table.Column<int>(),
                Order = table.Column<int>(),
                IsPublished = table.Column<bool>(),
                Needs = table.Column<string>(),
                Articles = table.Column<string>(),
                Listings = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_programmes_programmes", row => row.Id));
        migrationBuilder.CreateIndex("IX_programmes_programmes_Slug", "programmes_programmes", "Slug", unique: true);

        migrationBuilder.CreateTable(
            "programmes_programme_texts",
            table => new
            {
                ProgrammeId = table.Column<string>(maxLength: Ids.Length),
                Language = table.Column<string>(maxLength: 20),
                ContentItemId = table.Column<string>(maxLength: Ids.Length),
                VersionId = table.Column<string>(maxLength: 30),
                Title = table.Column<string>(),
                Gist = table.Column<string>(),
                Body = table.Column<string>(),
                SourceVersion = table.Column<string>(maxLength: 30, nullable: true),
                Review = table.Column<string>(maxLength: 20, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_programmes_programme_texts", row => new { row.ProgrammeId, row.Language });
                table.ForeignKey("FK_programmes_programme_texts_programmes_programmes_ProgrammeId", row => row.ProgrammeId, "programmes_programmes", "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
