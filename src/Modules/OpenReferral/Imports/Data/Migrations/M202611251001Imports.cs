using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Data.Migrations;

/// <summary>The tables of imports: sources, runs, what was taken from each source, what waits to be looked at, what was wrong.</summary>
[Migration("202611251001_Imports")]
internal sealed class M202611251001Imports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSources(migrationBuilder);
        CreateRuns(migrationBuilder);
        CreateRecords(migrationBuilder);
        CreateChanges(migrationBuilder);
        CreateFaults(migrationBuilder);
    }

    private static void CreateSources(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "openreferral_imports",
            table => new
            {
                Id = Id(table),
                Name = table.Column<string>(maxLength: ImportLengths.Name),
                Kind = Code(table),
                Address = table.Column<string>(nullable: true),
                Publisher = table.Column<string>(nullable: true),
                Licence = table.Column<string>(nullable: true),
                LicenceUrl = table.Column<string>(nullable: true),
                Language = Code(table),
                Mapping = table.Column<string>(),
                Rhythm = Code(table),
                CreatedAt = table.Column<DateTime>(),
                SeenAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_openreferral_imports", row => row.Id));
        migrationBuilder.CreateIndex("IX_openreferral_imports_Name", "openreferral_imports", "Name", unique: true);
        migrationBuilder.CreateTable(
            "openreferral_import_fixes",
            table => new { SourceId = Id(table), Hash = table.Column<string>(maxLength: ImportLengths.Hash), Cells = table.Column<string>() },
            constraints: table =>
            {
                table.PrimaryKey("PK_openreferral_import_fixes", row => new { row.SourceId, row.Hash });
                table.ForeignKey("FK_openreferral_import_fixes_SourceId", row => row.SourceId, "openreferral_imports", "Id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateRuns(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "openreferral_import_runs",
            table => new
            {
                Id = Id(table),
                SourceId = Id(table),
                State = Code(table),
                StartedAt = table.Column<DateTime>(),
                EndedAt = table.Column<DateTime>(nullable: true),
                StartedBy = table.Column<string>(),
                FileName = table.Column<string>(nullable: true),
                IsDryRun = table.Column<bool>(),
                LinesDone = table.Column<int>(),
                BytesDone = table.Column<long>(),
                BytesTotal = table.Column<long>(),
                LastNumber = table.Column<int>(),
                Added = table.Column<int>(),
                Changed = table.Column<int>(),
                Gone = table.Column<int>(),
                Conflicts = table.Column<int>(),
                Unchanged = table.Column<int>(),
                Refused = table.Column<int>(),
                Notes = table.Column<int>(),
                Applied = table.Column<int>(),
                AsksBeforeRemoving = table.Column<bool>(),
                FaultKey = table.Column<string>(maxLength: ImportLengths.Name, nullable: true),
                FaultValues = table.Column<string>(),
                BusyUntil = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_openreferral_import_runs", row => row.Id);
                table.ForeignKey("FK_openreferral_import_runs_SourceId", row => row.SourceId, "openreferral_imports", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_openreferral_import_runs_SourceId_StartedAt", "openreferral_import_runs", ["SourceId", "StartedAt"]);
        migrationBuilder.CreateIndex("IX_openreferral_import_runs_State", "openreferral_import_runs", "State");
    }

    private static void CreateRecords(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "openreferral_import_records",
            table => new
            {
                Id = Id(table),
                SourceId = Id(table),
                Kind = Code(table),
                ExternalId = table.Column<string>(maxLength: ImportLengths.ExternalId),
                OurId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                State = Code(table),
                Hash = table.Column<string>(maxLength: ImportLengths.Hash),
                SourceValues = table.Column<string>(),
                SeenAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_openreferral_import_records", row => row.Id);
                table.ForeignKey("FK_openreferral_import_records_SourceId", row => row.SourceId, "openreferral_imports", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_openreferral_import_records_SourceId_Kind_ExternalId", "openreferral_import_records", ["SourceId", "Kind", "ExternalId"], unique: true);
        migrationBuilder.CreateIndex("IX_openreferral_import_records_OurId", "openreferral_import_records", "OurId");
    }

    private static void CreateChanges(MigrationBuilder migrationBuilder)
        => migrationBuilder.CreateTable(
            "openreferral_import_changes",
            table => new
            {
                RunId = Id(table),
                Number = table.Column<int>(),
                Line = table.Column<int>(),
                Record = Code(table),
                ExternalId = table.Column<string>(maxLength: ImportLengths.ExternalId),
                Kind = Code(table),
                Title = table.Column<string>(),
                Values = table.Column<string>(),
                Hash = table.Column<string>(maxLength: ImportLengths.Hash),
                Decision = Code(table),
                OurId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                MayBeId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                AppliedAt = table.Column<DateTime>(nullable: true),
                Base = table.Column<string>(nullable: true),
                Before = table.Column<string>(nullable: true),
                After = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_openreferral_import_changes", row => new { row.RunId, row.Number });
                table.ForeignKey("FK_openreferral_import_changes_RunId", row => row.RunId, "openreferral_import_runs", "Id", onDelete: ReferentialAction.Cascade);
            });

    private static void CreateFaults(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "openreferral_import_faults",
            table => new
            {
                Id = Id(table),
                RunId = Id(table),
                Line = table.Column<int>(),
                IsError = table.Column<bool>(),
                Field = table.Column<string>(maxLength: ImportLengths.Name, nullable: true),
                Reason = table.Column<string>(maxLength: ImportLengths.Name),
                Values = table.Column<string>(),
                Cells = table.Column<string>(nullable: true),
                FixedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_openreferral_import_faults", row => row.Id);
                table.ForeignKey("FK_openreferral_import_faults_RunId", row => row.RunId, "openreferral_import_runs", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_openreferral_import_faults_RunId_IsError_Line", "openreferral_import_faults", ["RunId", "IsError", "Line"]);
    }

    private static OperationBuilder<AddColumnOperation> Id(ColumnsBuilder table) => table.Column<string>(maxLength: Ids.Length);

    private static OperationBuilder<AddColumnOperation> Code(ColumnsBuilder table) => table.Column<string>(maxLength: ImportLengths.Code);
}
