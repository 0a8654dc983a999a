using Benchmarks;
using Portal.Platform.Data;

var kinds = args is [_, "--database", var name] ? [Enum.Parse<DatabaseKind>(name, ignoreCase: true)] : Enum.GetValues<DatabaseKind>();
switch (args.FirstOrDefault())
{
    case "search":
        foreach (var kind in kinds) await SearchBenchmark.RunAsync(kind);
        return 0;
    case "oruk":
        foreach (var kind in kinds) await OpenReferralBenchmark.RunAsync(kind);
        return 0;
    default:
        Console.Error.WriteLine("Say which benchmark: search or oruk. Add --database sqlite or --database postgres for one of them only.");
        return 1;
}
