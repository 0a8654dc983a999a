using Benchmarks;
using Portal.Platform.Data;

var kinds = args is [_, "--database", var name] ? [Enum.Parse<DatabaseKind>(name, ignoreCase: true)] : Enum.GetValues<DatabaseKind>();
switch (args.FirstOrDefault())
{
    case "search":
        foreach (var kind in kinds) await SearchBenchmark.RunAsync(kind);
        return 0;
    case "import":
        foreach (var kind in kinds) await ImportBenchmark.RunAsync(kind, 100_000);
        return 0;
    case "fuzz":
        return await FuzzRun.ImportsAsync();
    case "oruk":
        foreach (var kind in kinds) await OpenReferralBenchmark.RunAsync(kind);
        return 0;
    default:
        Console.Error.WriteLine("Say which benchmark: search, oruk, import or fuzz. Add --database sqlite or --database postgres for one of them only.");
        return 1;
}
