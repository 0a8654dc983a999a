using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Search.Data.Migrations;

/// <summary>Entries, their texts and words, and the database's own full text over the words.</summary>
[Migration("202611220201_Search")]
internal sealed class M202611220201Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "search_entries",
            table => new
            {
                Number = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true) // a number is never given twice
                    .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Kind = table.Column<string>(maxLength: 40),
                ItemId = table.Column<string>(maxLength: Ids.Length),
                Slug = table.Column<string>(),
                Facets = table.Column<string>(),
                Latitude = table.Column<double>(nullable: true),
                Longitude = table.Column<double>(nullable: true),
                Anywhere = table.Column<bool>(),
                AssuredOn = table.Column<DateOnly>(nullable: true),
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
            "search_tokens",
            table => new { Number = table.Column<long>(), Words = table.Column<string>() },
            constraints: table =>
            {
                table.PrimaryKey("PK_search_tokens", row => row.Number);
                table.ForeignKey("FK_search_tokens_search_entries_Number", row => row.Number, "search_entries", "Number", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "search_words",
            table => new { Word = table.Column<string>(maxLength: 40) },
            constraints: table => table.PrimaryKey("PK_search_words", row => row.Word));

        migrationBuilder.Sql(migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? SqliteFullText : PostgresFullText);
    }

    /// <summary>
    /// Words come folded and separated by spaces, so the plainest tokenizer will do; positions and columns are not asked for. The
    /// table keeps no text of its own and follows search_tokens by triggers.
    /// </summary>
    private const string SqliteFullText =
        """
        CREATE VIRTUAL TABLE search_fulltext USING fts5("Words", content='search_tokens', content_rowid='Number', tokenize="ascii tokenchars ':-'", detail=none, columnsize=0);
        CREATE TRIGGER search_tokens_inserted AFTER INSERT ON search_tokens BEGIN
            INSERT INTO search_fulltext (rowid, "Words") VALUES (new."Number", new."Words");
        END;
        CREATE TRIGGER search_tokens_deleted AFTER DELETE ON search_tokens BEGIN
            INSERT INTO search_fulltext (search_fulltext, rowid, "Words") VALUES ('delete', old."Number", old."Words");
        END;
        CREATE TRIGGER search_tokens_updated AFTER UPDATE ON search_tokens BEGIN
            INSERT INTO search_fulltext (search_fulltext, rowid, "Words") VALUES ('delete', old."Number", old."Words");
            INSERT INTO search_fulltext (rowid, "Words") VALUES (new."Number", new."Words");
        END;
        """;

    /// <summary>Each word is a lexeme as it stands: no parser, no dictionary, nothing that depends on the server's locale.</summary>
    private const string PostgresFullText =
        """
        CREATE INDEX "IX_search_tokens_Words" ON search_tokens USING gin (array_to_tsvector(string_to_array("Words", ' '))) WITH (fastupdate = off);
        """;
}
