using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Search.Data.Migrations;

/// <summary>The index in segments instead of the database's own full text. It starts empty: the modules are asked to fill it again.</summary>
[Migration("202611250301_SearchSegments")]
internal sealed class M202611250301SearchSegments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal);
        if (isSqlite) migrationBuilder.Sql("DROP TABLE search_fulltext");
        foreach (var table in new[] { "search_words", "search_tokens", "search_texts", "search_entries" }) migrationBuilder.DropTable(table);

        migrationBuilder.CreateTable(
            "search_entries",
            table => new
            {
                Number = table.Column<long>(),
                Kind = table.Column<string>(maxLength: 40),
                ItemId = table.Column<string>(maxLength: Ids.Length),
                Slug = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_search_entries", row => row.Number));
        migrationBuilder.CreateIndex("IX_search_entries_Kind_ItemId", "search_entries", ["Kind", "ItemId"], unique: true);

        migrationBuilder.CreateTable(
            "search_texts",
            table => new
            {
                Number = table.Column<long>(),
                Language = table.Column<string>(maxLength: 20),
                Title = table.Column<string>(),
                Summary = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_search_texts", row => new { row.Number, row.Language });
                table.ForeignKey("FK_search_texts_search_entries_Number", row => row.Number, "search_entries", "Number", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "search_segments",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                First = table.Column<long>(),
                Last = table.Column<long>(),
                Entries = table.Column<int>(),
                Gone = table.Column<byte[]>(),
                Data = table.Column<byte[]>(),
                Words = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_search_segments", row => row.Id));
        // Read whole or not at all, and hardly smaller when compressed.
        if (!isSqlite) migrationBuilder.Sql("ALTER TABLE search_segments ALTER COLUMN \"Data\" SET STORAGE EXTERNAL");
    }
}
