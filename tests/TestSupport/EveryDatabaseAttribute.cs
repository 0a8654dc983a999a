using System.Reflection;
using Portal.Platform.Data;
using Xunit;
using Xunit.Sdk;

namespace TestSupport;

/// <summary>Runs a test once on SQLite and once on PostgreSQL; used with <see cref="DatabaseTheoryAttribute"/>. The first parameter is the kind of database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
        => [[DatabaseKind.Sqlite], [DatabaseKind.Postgres]];
}

/// <summary>A test that can be reported as skipped where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Xunit.Sdk.SkippableTheoryDiscoverer", "Xunit.SkippableFact")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;
