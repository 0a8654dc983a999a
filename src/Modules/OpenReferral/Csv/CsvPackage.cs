using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Oruk;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Csv;

/// <summary>
/// Writes the whole directory as a tabular package of HSDS: one CSV file for each table, in a zip file, sent while it is made. The
/// services are read once; what belongs to other tables waits in temporary files, so a large directory needs no more memory than a small one.
/// </summary>
internal sealed class CsvPackage(IPublicDirectory directory, OrukTerms terms, OrukWriter writer, OpenDataSettings settings, TenantContext tenant)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        await terms.PrepareAsync(cancellationToken);
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, utf8, cancellationToken);
        var waiting = CsvTable.OfServices.Select(table => new WaitingTable(table, shared: false)).Concat(CsvTable.Shared.Select(table => new WaitingTable(table, shared: true))).ToList();
        try
        {
            await WriteTableAsync(zip, CsvTable.Services, ServicesAsync(waiting, cancellationToken), cancellationToken);
            foreach (var table in waiting) await table.CopyToAsync(zip, cancellationToken);
        }
        finally
        {
            foreach (var table in waiting) await table.DisposeAsync();
        }

        await WriteTermsAsync(zip, cancellationToken);
        await WriteDescriptionAsync(zip, cancellationToken);
    }

    /// <summary>The rows of the services; on the way, each service adds its rows to the tables that wait.</summary>
    private async IAsyncEnumerable<object?[]> ServicesAsync(List<WaitingTable> waiting, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listing in directory.AllListingsAsync(new PublicListingFilter(), cancellationToken))
        {
            var service = writer.Full(listing);
            foreach (var table in waiting) await table.AddAsync(service);
            foreach (var row in CsvTable.Services.Rows(service)) yield return row;
        }
    }

    private async Task WriteTermsAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var taxonomies = terms.Taxonomies(withTerms: false).Select(taxonomy => new object?[] { taxonomy.Id, taxonomy.Name, taxonomy.Description, null, null });
        await WriteTableAsync(zip, new CsvTable("taxonomies.csv", ["id", "name", "description", "uri", "version"], _ => []), taxonomies.ToAsyncEnumerable(), cancellationToken);
        var all = terms.Terms().Select(term => new object?[] { term.Id, term.Name, term.Description, null, term.Taxonomy, term.TaxonomyId, null, term.Term });
        await WriteTableAsync(zip, new CsvTable("taxonomy_terms.csv", ["id", "name", "description", "parent_id", "taxonomy", "taxonomy_id", "term_uri", "term"], _ => []), all.ToAsyncEnumerable(), cancellationToken);
    }

    /// <summary>Says what the files are, under which licence, in the form of a Frictionless data package.</summary>
    private async Task WriteDescriptionAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var files = new[] { CsvTable.Services.File }.Concat(CsvTable.OfServices.Concat(CsvTable.Shared).Select(table => table.File)).Append("taxonomies.csv").Append("taxonomy_terms.csv");
        var description = new
        {
            name = "hsds-" + tenant.Tenant.Name,
            title = tenant.Settings.Name,
            profile = "tabular-data-package",
            licenses = new[] { new { title = settings.Licence, path = settings.LicenceUrl } },
            resources = files.Select(file => new { name = Path.GetFileNameWithoutExtension(file), path = file, profile = "tabular-data-resource", format = "csv", mediatype = "text/csv", encoding = "utf-8" }),
        };
        await using var entry = await zip.CreateEntry("datapackage.json").OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(entry, description, OrukAnswers.Json, cancellationToken);
    }

    private static async Task WriteTableAsync(ZipArchive zip, CsvTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(table.File, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await using var csv = Open(entry, table);
        await foreach (var row in rows.WithCancellation(cancellationToken)) await WriteRowAsync(csv, row);
        await csv.FlushAsync();
    }

    private static CsvWriter Open(Stream stream, CsvTable table)
    {
        var csv = new CsvWriter(new StreamWriter(stream, utf8, 16 * 1024, leaveOpen: true), CultureInfo.InvariantCulture);
        foreach (var column in table.Columns) csv.WriteField(column);
        csv.NextRecord();
        return csv;
    }

    private static Task WriteRowAsync(CsvWriter csv, object?[] row)
    {
        foreach (var value in row) csv.WriteField(value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value as string);
        return csv.NextRecordAsync();
    }

    /// <summary>A table whose turn comes later. Gone with the program, whatever happens.</summary>
    private sealed class WaitingTable : IAsyncDisposable
    {
        private readonly CsvTable table;
        private readonly HashSet<Guid>? known;
        private readonly FileStream file;
        private readonly CsvWriter csv;

        public WaitingTable(CsvTable table, bool shared)
        {
            this.table = table;
            known = shared ? [] : null;
            file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            csv = Open(file, table);
        }

        public async Task AddAsync(OrukService service)
        {
            foreach (var row in table.Rows(service))
            {
                if (known?.Add((Guid)row[0]!) != false) await WriteRowAsync(csv, row);
            }
        }

        public async Task CopyToAsync(ZipArchive zip, CancellationToken cancellationToken)
        {
            await csv.FlushAsync();
            file.Position = 0;
            await using var entry = await zip.CreateEntry(table.File, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await file.CopyToAsync(entry, cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await csv.DisposeAsync();
            await file.DisposeAsync();
        }
    }
}
