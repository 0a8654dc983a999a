using System.CommandLine;
using System.Globalization;
using Benchmarks;
using Portal.Platform.Data;

// Measures what docs/performance.md promises. Run by hand, in Release, on a machine that has nothing else to do.
var database = new Option<DatabaseKind?>("--database") { Description = "sqlite or postgres; both without it." };
var listings = new Option<int[]>("--listings") { Description = "How many listings a tenant has.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10_000, 100_000] };
var tenants = new Option<int>("--tenants") { Description = "How many tenants there are.", DefaultValueFactory = _ => 300 };
var program = new Option<string>("--program") { Description = "The Portal.dll to start.", Required = true };

var matched = new Option<int>("--groups") { Description = "How many listings there are.", DefaultValueFactory = _ => 20_000 };

var search = Verb("search", "Searches among many listings: how long they take, also while listings change.", async (kind, parsed) =>
{
    foreach (var count in parsed.GetRequiredValue(listings)) await SearchBenchmark.RunAsync(kind, count);
});
search.Add(listings);
var match = Verb("match", "Groups that suit a person, with reasons, among many listings.", (kind, parsed) => MatchBenchmark.RunAsync(kind, parsed.GetRequiredValue(matched)));
match.Add(matched);
var caseloads = new Option<int>("--people") { Description = "How many people the tenant has.", DefaultValueFactory = _ => 200_000 };
var board = Verb("board", "The board of a worker with 250 people in a team of 20, alone and among many.", (kind, parsed) => BoardBenchmark.RunAsync(kind, parsed.GetRequiredValue(caseloads)));
board.Add(caseloads);
var report = Verb("report", "The report over five years of a service with many people, and the counting of its months.", (kind, parsed) => ReportBenchmark.RunAsync(kind, parsed.GetRequiredValue(caseloads)));
report.Add(caseloads);
var many = Verb("tenants", "Many tenants in one process: the memory each takes while idle.", (kind, parsed) => TenantsBenchmark.RunAsync(kind, parsed.GetRequiredValue(tenants)));
many.Add(tenants);
var start = Verb("start", "The first start with all samples, and a start with samples in place.", (kind, parsed) => StartBenchmark.RunAsync(kind, parsed.GetRequiredValue(program)));
start.Add(program);
var services = new Option<int>("--services") { Description = "How many services the file has.", DefaultValueFactory = _ => 100_000 };
var import = Verb("import", "An import of many services, and the same file again: time and memory.", (kind, parsed) => ImportBenchmark.RunAsync(kind, parsed.GetRequiredValue(services)));
import.Add(services);
var postcodes = new Option<int>("--postcodes") { Description = "How many postcodes the file has.", DefaultValueFactory = _ => 2_700_000 };
var places = Verb("places", "An import of a file like the ONS Postcode Directory, and the same file again: time and memory.", (kind, parsed) => PlacesBenchmark.RunAsync(kind, parsed.GetRequiredValue(postcodes)));
places.Add(postcodes);
var fuzz = new Command("fuzz", "Reads 300,000 broken spreadsheets, feeds and calendars.");
fuzz.SetAction((_, _) => FuzzRun.ImportsAsync());
var root = new RootCommand("Benchmarks of Portal.")
{
    search,
    match,
    board,
    report,
    Verb("pages", "The pages of groups and of the search, made anew for each request.", (kind, _) => PagesBenchmark.RunAsync(kind)),
    Verb("http", "Requests per second beside a bare Kestrel endpoint that returns the same bytes (wrk -t1 -c8).", (kind, _) => HttpBenchmark.RunAsync(kind)),
    import,
    places,
    fuzz,
    Verb("oruk", "The pages of the open data among 100,000 listings.", (kind, _) => OpenReferralBenchmark.RunAsync(kind)),
    Verb("duplicates", "The nightly look for groups with two pages, among 100,000 listings.", (kind, _) => DuplicatesBenchmark.RunAsync(kind)),
    many,
    start,
};
return await root.Parse(args).InvokeAsync();

Command Verb(string name, string description, Func<DatabaseKind, ParseResult, Task> run)
{
    var verb = new Command(name, description) { database };
    verb.SetAction(async (parsed, _) =>
    {
        foreach (var kind in parsed.GetValue(database) is { } one ? [one] : Enum.GetValues<DatabaseKind>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, {kind}, load {Machine.Load}"));
            await run(kind, parsed);
        }
    });
    return verb;
}
