using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Sites;

/// <summary>Who tampers with the audit trail is found by <c>check</c>.</summary>
public sealed class AuditTrailTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task An_entry_that_was_altered_is_found(DatabaseKind kind)
        => (await CheckAfterAsync(kind, (entries, last) => entries.Where(entry => entry.Number == last - 1).ExecuteUpdateAsync(change => change.SetProperty(entry => entry.ActorName, "Somebody else"))))
            .ShouldContain("The audit trail is broken at entry");

    [DatabaseTheory, EveryDatabase]
    public async Task An_entry_that_was_taken_out_is_found(DatabaseKind kind)
        => (await CheckAfterAsync(kind, (entries, last) => entries.Where(entry => entry.Number == last - 1).ExecuteDeleteAsync())).ShouldContain("The audit trail is broken at entry");

    /// <summary>What <c>check</c> says of a tenant with some entries, once something was done to them.</summary>
    private static async Task<string> CheckAfterAsync(DatabaseKind kind, Func<IQueryable<AuditEntry>, long, Task> tamper)
    {
        await using var tool = await Tool.CreateAsync(kind);
        await tool.DoAsync("tenant", "add", "keighley", "--recipe", "new-place");
        foreach (var name in new[] { "amina", "sana", "omar" }) await tool.DoAsync("user", "add", "--tenant", "keighley", "--email", name + "@example.org", "--role", "Administrator");
        (await tool.DoAsync("check")).ShouldContain("keighley: all right.");
        await using (var host = await tool.ServeAsync(kind))
        {
            await (await TestSite.OpenAsync(host, "keighley")).RunAsync(async services =>
            {
                var entries = services.GetRequiredService<PortalDbContext>().Set<AuditEntry>();
                await tamper(entries, await entries.MaxAsync(entry => entry.Number));
            });
        }

        return await tool.FailAsync("check");
    }
}
