using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Platform.Modules;

namespace Portal.Platform.Data;

/// <summary>
/// A tenant's database: the entities of all modules. One per request, so that a change, its audit entry, its search
/// document and its messages are saved together or not at all.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options, ModuleCatalog catalog, IEnumerable<IBeforeSaving> hooks) : DbContext(options)
{
    private readonly List<AuditEntry> unchained = [];
    private readonly List<Func<CancellationToken, Task>> beforeSaving = [];
    private bool isSetUp;

    internal ModuleCatalog Catalog { get; } = catalog;

    /// <summary>True on SQLite, false on PostgreSQL; only search and migrations should need to know.</summary>
    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>True while a transaction runs. To ask is free where nothing has been asked of the database yet: EF need not set itself up for it.</summary>
    public bool IsInTransaction => isSetUp && Database.CurrentTransaction is not null;

    /// <summary>The content version that this context's last save made, or is making; null before the first. Of value to others only once it is committed.</summary>
    public long? SavedVersion { get; private set; }

    /// <summary>
    /// Saves all changes in one transaction (the running one, if there is one), chains the audit entries and counts the
    /// content version up when anything changed that pages show.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges() && unchained.Count == 0 && beforeSaving.Count == 0) return 0;

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        if (unchained.Count > 0 || beforeSaving.Count > 0 || ChangeTracker.Entries().Any(IsShown))
        {
            // Also makes writers of one tenant wait for each other, so that the chain of audit entries has one end.
            SavedVersion = (await Database.SqlQueryRaw<long>("UPDATE platform_content_version SET \"Version\" = \"Version\" + 1 RETURNING \"Version\" AS \"Value\"").ToListAsync(cancellationToken)).Single();
        }

        foreach (var work in beforeSaving) await work(cancellationToken);
        beforeSaving.Clear();
        await ChainAsync(cancellationToken);
        foreach (var hook in hooks) await hook.SavingAsync(this, cancellationToken);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        return count;
    }

    /// <summary>Not offered: saving is asynchronous throughout.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Forgets everything that has been changed and not saved, audit entries too: for work that is given up as a whole.</summary>
    public void DiscardChanges()
    {
        ChangeTracker.Clear();
        unchained.Clear();
        beforeSaving.Clear();
    }

    /// <summary>
    /// Puts off work on the database until the next save, inside its transaction and behind other writers of the tenant, so
    /// that what is gathered one by one can be written at once. The work counts as a change that pages show.
    /// </summary>
    public void BeforeSaving(Func<CancellationToken, Task> work) => beforeSaving.Add(work);

    internal void Audit(AuditEntry entry) => unchained.Add(entry);

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => isSetUp = true;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // EF warns of an assembly that has none, and some modules need no tables.
        foreach (var assembly in Catalog.Assemblies.Where(assembly => assembly.DefinedTypes.Any(Configures))) modelBuilder.ApplyConfigurationsFromAssembly(assembly);
    }

    private static bool Configures(System.Reflection.TypeInfo type)
        => !type.IsAbstract && type.ImplementedInterfaces.Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>));

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<TextListConverter, TextListComparer>();
    }

    private static bool IsShown(EntityEntry entry)
        => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is not IBehindTheScenes;

    private async Task ChainAsync(CancellationToken cancellationToken)
    {
        if (unchained.Count == 0) return;
        var last = await Set<AuditEntry>().AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        foreach (var entry in unchained)
        {
            entry.ChainTo(last);
            Add(entry);
            last = entry;
        }

        unchained.Clear();
    }

    /// <summary>Instants are kept in UTC.</summary>
    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    /// <summary>Short lists of codes are kept as JSON text, alike on both databases.</summary>
    private sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
        list => System.Text.Json.JsonSerializer.Serialize(list, PortalJson.Options),
        stored => System.Text.Json.JsonSerializer.Deserialize<List<string>>(stored, PortalJson.Options)!);

    private sealed class TextListComparer() : ValueComparer<IReadOnlyList<string>>(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)),
        list => list.ToList());
}
