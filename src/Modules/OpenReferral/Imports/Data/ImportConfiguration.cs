using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Data;

/// <summary>Lengths that the migration keeps to as well.</summary>
internal static class ImportLengths
{
    /// <summary>Longest id of a source that is kept as it is; a longer one is kept by its hash.</summary>
    public const int ExternalId = 200;
    public const int Code = 20;
    public const int Hash = 32;
    public const int Name = 200;
}

internal sealed class ImportSourceConfiguration : IEntityTypeConfiguration<ImportSource>
{
    public void Configure(EntityTypeBuilder<ImportSource> builder)
    {
        builder.ToTable("openreferral_imports");
        builder.Property(source => source.Id).HasMaxLength(Ids.Length);
        builder.Property(source => source.Name).HasMaxLength(ImportLengths.Name);
        builder.Property(source => source.Kind).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(source => source.Rhythm).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(source => source.Language).HasMaxLength(ImportLengths.Code);
        builder.Property(source => source.Mapping).HasConversion(new JsonList<ColumnMeaning>(), JsonList<ColumnMeaning>.Comparer);
        builder.HasIndex(source => source.Name).IsUnique();
    }
}

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("openreferral_import_runs");
        builder.Property(run => run.Id).HasMaxLength(Ids.Length);
        builder.Property(run => run.SourceId).HasMaxLength(Ids.Length);
        builder.Property(run => run.State).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(run => run.FaultKey).HasMaxLength(ImportLengths.Name);
        builder.HasIndex(run => new { run.SourceId, run.StartedAt });
        builder.HasIndex(run => run.State);
        builder.HasOne<ImportSource>().WithMany().HasForeignKey(run => run.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportRecordConfiguration : IEntityTypeConfiguration<ImportRecord>
{
    public void Configure(EntityTypeBuilder<ImportRecord> builder)
    {
        builder.ToTable("openreferral_import_records");
        builder.Property(record => record.Id).HasMaxLength(Ids.Length);
        builder.Property(record => record.SourceId).HasMaxLength(Ids.Length);
        builder.Property(record => record.Kind).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(record => record.ExternalId).HasMaxLength(ImportLengths.ExternalId);
        builder.Property(record => record.OurId).HasMaxLength(Ids.Length);
        builder.Property(record => record.State).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(record => record.Hash).HasMaxLength(ImportLengths.Hash);
        builder.HasIndex(record => new { record.SourceId, record.Kind, record.ExternalId }).IsUnique();
        builder.HasIndex(record => record.OurId);
        builder.HasOne<ImportSource>().WithMany().HasForeignKey(record => record.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StagedChangeConfiguration : IEntityTypeConfiguration<StagedChange>
{
    public void Configure(EntityTypeBuilder<StagedChange> builder)
    {
        builder.ToTable("openreferral_import_changes");
        builder.HasKey(change => new { change.RunId, change.Number });
        builder.Property(change => change.RunId).HasMaxLength(Ids.Length);
        builder.Property(change => change.Record).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(change => change.ExternalId).HasMaxLength(ImportLengths.ExternalId);
        builder.Property(change => change.Kind).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(change => change.Hash).HasMaxLength(ImportLengths.Hash);
        builder.Property(change => change.Decision).HasConversion<string>().HasMaxLength(ImportLengths.Code);
        builder.Property(change => change.OurId).HasMaxLength(Ids.Length);
        builder.Property(change => change.MayBeId).HasMaxLength(Ids.Length);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(change => change.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LineFaultConfiguration : IEntityTypeConfiguration<LineFault>
{
    public void Configure(EntityTypeBuilder<LineFault> builder)
    {
        builder.ToTable("openreferral_import_faults");
        builder.Property(fault => fault.Id).HasMaxLength(Ids.Length);
        builder.Property(fault => fault.RunId).HasMaxLength(Ids.Length);
        builder.Property(fault => fault.Field).HasMaxLength(ImportLengths.Name);
        builder.Property(fault => fault.Reason).HasMaxLength(ImportLengths.Name);
        builder.HasIndex(fault => new { fault.RunId, fault.IsError, fault.Line });
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(fault => fault.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LineFixConfiguration : IEntityTypeConfiguration<LineFix>
{
    public void Configure(EntityTypeBuilder<LineFix> builder)
    {
        builder.ToTable("openreferral_import_fixes");
        builder.HasKey(fix => new { fix.SourceId, fix.Hash });
        builder.Property(fix => fix.SourceId).HasMaxLength(Ids.Length);
        builder.Property(fix => fix.Hash).HasMaxLength(ImportLengths.Hash);
        builder.HasOne<ImportSource>().WithMany().HasForeignKey(fix => fix.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
