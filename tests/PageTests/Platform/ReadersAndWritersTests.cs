using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Platform;

public sealed class ReadersAndWritersTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Pages_are_answered_while_a_long_change_is_being_written(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await using var change = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("UPDATE platform_content_version SET \"Version\" = \"Version\" + 1");
            // On SQLite a change that does not fit into memory is written before it is committed.
            if (db.IsSqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = 1; CREATE TABLE long_change AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i, randomblob(100) AS b FROM n");

            var answer = site.Visitor.GetAsync("/groups?q=choir");
            (await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(20)))).ShouldBe(answer);
            (await answer).Status.ShouldBe(HttpStatusCode.OK);
        });
    }
}
