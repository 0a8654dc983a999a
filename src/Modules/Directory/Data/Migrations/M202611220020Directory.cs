using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>The tables of the directory: taxonomies, organisations, venues, listings, what the public reports.</summary>
[Migration("202611220020_Directory")]
internal sealed class M202611220020Directory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateTaxonomies(migrationBuilder);
        CreateOrganisations(migrationBuilder);
        CreateVenues(migrationBuilder);
        CreateListings(migrationBuilder);
        CreateReports(migrationBuilder);
    }

    private static void CreateTaxonomies(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_taxonomies",
            table => new
            {
                Id = Id(table),
                VersionId = Version(table),
                Title = table.Column<string>(),
                Path = table.Column<string>(maxLength: 100),
            },
            constraints: table => table.PrimaryKey("PK_directory_taxonomies", row => row.Id));
        migrationBuilder.CreateTable(
            "directory_terms",
            table => new
            {
                Id = Id(table),
                TaxonomyId = Id(table),
                Path = table.Column<string>(maxLength: 100),
                Order = table.Column<int>(),
                Names = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_terms", row => row.Id);
                table.ForeignKey("FK_directory_terms_TaxonomyId", row => row.TaxonomyId, "directory_taxonomies", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_terms_TaxonomyId_Path", "directory_terms", ["TaxonomyId", "Path"], unique: true);
    }

    private static void CreateOrganisations(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_organisations",
            table => new
            {
                Id = Id(table),
                Slug = table.Column<string>(maxLength: 100),
                Culture = table.Column<string>(maxLength: 20),
                Published = table.Column<bool>(),
                Email = table.Column<string>(nullable: true),
                Phone = table.Column<string>(nullable: true),
                Website = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_directory_organisations", row => row.Id));
        migrationBuilder.CreateIndex("IX_directory_organisations_Slug", "directory_organisations", "Slug", unique: true);
        migrationBuilder.CreateTable(
            "directory_organisation_texts",
            table => new
            {
                Id = Id(table),
                OrganisationId = Id(table),
                Culture = table.Column<string>(maxLength: 20),
                VersionId = Version(table),
                SourceVersion = Version(table, nullable: true),
                Review = table.Column<string>(maxLength: 20, nullable: true),
                Title = table.Column<string>(),
                Description = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_organisation_texts", row => row.Id);
                table.ForeignKey("FK_directory_organisation_texts_OrganisationId", row => row.OrganisationId, "directory_organisations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_organisation_texts_OrganisationId_Culture", "directory_organisation_texts", ["OrganisationId", "Culture"], unique: true);
    }

    private static void CreateVenues(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_venues",
            table => new
            {
                Id = Id(table),
                Slug = table.Column<string>(maxLength: 100),
                Culture = table.Column<string>(maxLength: 20),
                Published = table.Column<bool>(),
                AddressLine = table.Column<string>(nullable: true),
                Town = table.Column<string>(nullable: true),
                Postcode = table.Column<string>(maxLength: 20, nullable: true),
                Latitude = table.Column<double>(nullable: true),
                Longitude = table.Column<double>(nullable: true),
                AccessIds = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_directory_venues", row => row.Id));
        migrationBuilder.CreateIndex("IX_directory_venues_Slug", "directory_venues", "Slug", unique: true);
        migrationBuilder.CreateTable(
            "directory_venue_texts",
            table => new
            {
                Id = Id(table),
                VenueId = Id(table),
                Culture = table.Column<string>(maxLength: 20),
                VersionId = Version(table),
                SourceVersion = Version(table, nullable: true),
                Review = table.Column<string>(maxLength: 20, nullable: true),
                Title = table.Column<string>(),
                Transport = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_venue_texts", row => row.Id);
                table.ForeignKey("FK_directory_venue_texts_VenueId", row => row.VenueId, "directory_venues", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_venue_texts_VenueId_Culture", "directory_venue_texts", ["VenueId", "Culture"], unique: true);
    }

    private static void CreateListings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_listings",
            table => new
            {
                Id = Id(table),
                Slug = table.Column<string>(maxLength: 100),
                Culture = table.Column<string>(maxLength: 20),
                Revision = table.Column<int>(),
                Published = table.Column<bool>(),
                OrganisationId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                VenueId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                Attendance = table.Column<string>(),
                ActivityIds = table.Column<string>(),
                NeedIds = table.Column<string>(),
                AccessIds = table.Column<string>(),
                AudienceIds = table.Column<string>(),
                Languages = table.Column<string>(),
                Cost = table.Column<string>(maxLength: 20),
                CostPence = table.Column<int>(nullable: true),
                Places = table.Column<string>(maxLength: 20),
                Schedules = table.Column<string>(),
                ContactName = table.Column<string>(nullable: true),
                ContactPhone = table.Column<string>(nullable: true),
                ContactText = table.Column<string>(nullable: true),
                ContactEmail = table.Column<string>(nullable: true),
                ContactWebsite = table.Column<string>(nullable: true),
                AssuredOn = table.Column<DateOnly>(nullable: true),
                AssuredBy = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_directory_listings", row => row.Id));
        migrationBuilder.CreateIndex("IX_directory_listings_Slug", "directory_listings", "Slug", unique: true);
        migrationBuilder.CreateIndex("IX_directory_listings_VenueId", "directory_listings", "VenueId");
        migrationBuilder.CreateIndex("IX_directory_listings_OrganisationId", "directory_listings", "OrganisationId");

        migrationBuilder.CreateTable(
            "directory_listing_texts",
            table => new
            {
                Id = Id(table),
                ListingId = Id(table),
                Culture = table.Column<string>(maxLength: 20),
                VersionId = Version(table),
                SourceVersion = Version(table, nullable: true),
                Review = table.Column<string>(maxLength: 20, nullable: true),
                Title = table.Column<string>(),
                Summary = table.Column<string>(nullable: true),
                Description = table.Column<string>(nullable: true),
                FirstVisit = table.Column<string>(nullable: true),
                WhoFor = table.Column<string>(nullable: true),
                CostNote = table.Column<string>(nullable: true),
                ScheduleNote = table.Column<string>(nullable: true),
                PlacesNote = table.Column<string>(nullable: true),
                ContactRole = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_listing_texts", row => row.Id);
                table.ForeignKey("FK_directory_listing_texts_ListingId", row => row.ListingId, "directory_listings", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_listing_texts_ListingId_Culture", "directory_listing_texts", ["ListingId", "Culture"], unique: true);

        migrationBuilder.CreateTable(
            "directory_listing_maintainers",
            table => new { ListingId = Id(table), Email = table.Column<string>(maxLength: 320) },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_listing_maintainers", row => new { row.ListingId, row.Email });
                table.ForeignKey("FK_directory_listing_maintainers_ListingId", row => row.ListingId, "directory_listings", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_listing_maintainers_Email", "directory_listing_maintainers", "Email");
    }

    private static void CreateReports(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_reports",
            table => new
            {
                Id = Id(table),
                ListingId = Id(table),
                At = table.Column<DateTime>(),
                Language = table.Column<string>(maxLength: 20),
                Message = table.Column<string>(),
                ReplyTo = table.Column<string>(maxLength: 320, nullable: true),
                DoneAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_directory_reports", row => row.Id));
        migrationBuilder.CreateIndex("IX_directory_reports_ListingId_At", "directory_reports", ["ListingId", "At"]);
    }

    private static OperationBuilder<AddColumnOperation> Id(ColumnsBuilder table) => table.Column<string>(maxLength: Ids.Length);

    private static OperationBuilder<AddColumnOperation> Version(ColumnsBuilder table, bool nullable = false)
        => table.Column<string>(maxLength: ContentTextConfiguration.VersionLength, nullable: nullable);
}
