using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Learning.Data.Migrations;

/// <summary>Articles and collections with their texts.</summary>
[Migration("202611220040_Learning")]
internal sealed class M202611220040Learning : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "learning_articles",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Slug = table.Column<string>(maxLength: 80),
                SourceLanguage = table.Column<string>(maxLength: 20),
                Order = table.Column<int>(),
                IsPublished = table.Column<bool>(),
                Needs = table.Column<string>(),
                ReadNext = table.Column<string>(),
                ReviewedOn = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_learning_articles", row => row.Id));
        migrationBuilder.CreateIndex("IX_learning_articles_Slug", "learning_articles", "Slug", unique: true);

        migrationBuilder.CreateTable(
            "learning_article_texts",
            table => new
            {
                ArticleId = table.Column<string>(maxLength: Ids.Length),
                Language = table.Column<string>(maxLength: 20),
                ContentItemId = table.Column<string>(maxLength: Ids.Length),
                VersionId = table.Column<string>(maxLength: 30),
                Title = table.Column<string>(),
                Gist = table.Column<string>(),
                Body = table.Column<string>(),
                Words = table.Column<int>(),
                SourceVersion = table.Column<string>(maxLength: 30, nullable: true),
                Review = table.Column<string>(maxLength: 20, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_learning_article_texts", row => new { row.ArticleId, row.Language });
                table.ForeignKey("FK_learning_article_texts_learning_articles_ArticleId", row => row.ArticleId, "learning_articles", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "learning_collections",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Slug = table.Column<string>(maxLength: 80),
                SourceLanguage = table.Column<string>(maxLength: 20),
                Order = table.Column<int>(),
                IsPublished = table.Column<bool>(),
                Articles = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_learning_collections", row => row.Id));
        migrationBuilder.CreateIndex("IX_learning_collections_Slug", "learning_collections", "Slug", unique: true);

        migrationBuilder.CreateTable(
            "learning_collection_texts",
            table => new
            {
                CollectionId = table.Column<string>(maxLength: Ids.Length),
                Language = table.Column<string>(maxLength: 20),
                ContentItemId = table.Column<string>(maxLength: Ids.Length),
                VersionId = table.Column<string>(maxLength: 30),
                Title = table.Column<string>(),
                Gist = table.Column<string>(),
                SourceVersion = table.Column<string>(maxLength: 30, nullable: true),
                Review = table.Column<string>(maxLength: 20, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_learning_collection_texts", row => new { row.CollectionId, row.Language });
                table.ForeignKey("FK_learning_collection_texts_learning_collections_CollectionId", row => row.CollectionId, "learning_collections", "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
