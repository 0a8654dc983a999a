using System.CommandLine;
using System.Globalization;
using Portal.OpenReferral.Contracts;

namespace Portal.Commands;

/// <summary><c>import oruk|csv|ical</c>.</summary>
internal static class ImportCommands
{
    public static Command Make(CommandHost host) => new("import", "Reads feeds and spreadsheets into the directory of a tenant.")
    {
        Import(host, "oruk", "Reads an Open Referral feed, or a file of one.", isSheet: false),
        Import(host, "ical", "Reads a calendar (iCalendar), or a file of one: what is on in a hall or a town.", isSheet: false),
        Import(host, "csv", "Reads a spreadsheet saved as CSV.", isSheet: true),
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
