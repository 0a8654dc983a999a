using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Directory;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Platform;

/// <summary>Pages for everybody are kept and sent again; after a change nobody may see the page as it was.</summary>
public sealed class KeptPagesTests
{
    private static readonly string[] pages = ["/", "/groups", "/groups?q=sing&near=BD18", ShipleySingers.Page, "/learn", "/programmes", "/ur/groups", "/pl" + ShipleySingers.Page];

    [DatabaseTheory, EveryDatabase]
    public async Task The_very_next_request_shows_the_change(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var before = await site.Visitor.GetAsync(ShipleySingers.Page);
        before.Response.Headers.ETag.ShouldNotBeNull("the page is not kept at all");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Response.Headers.ETag.ShouldBe(before.Response.Headers.ETag);
        var joan = await site.SignInAsJoanAsync();

        for (var round = 0; round < 5; round++)
        {
            var note = $"Tea in round {round.ToString(CultureInfo.InvariantCulture)}.";
            await joan.ChangeAsync("cost", ("Note", note));
            (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain(note);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_is_stale_while_many_read_and_one_writes(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await ChangeAndReadAsync(site, site);
    }

    [SkippableFact]
    public async Task Nothing_is_stale_on_the_other_machine()
    {
        await using var host = await PortalHost.StartAsync(DatabaseKind.Postgres);
        var here = await TestSite.CreateAsync(host);
        await using var second = await host.StartAnotherAsync();
        await ChangeAndReadAsync(here, await TestSite.OpenAsync(second, here.Tenant.Name), [.. pages.Where(page => !page.Contains(ShipleySingers.Slug, StringComparison.Ordinal))]);
    }

    /// <summary>Renames the site again and again, and after each time asks for a page that others ask for all the while.</summary>
    private static async Task ChangeAndReadAsync(TestSite writer, TestSite reader, string[]? among = null)
    {
        among ??= pages;
        using var end = new CancellationTokenSource();
        var others = Enumerable.Range(0, 3).Select(number => Task.Run(async () =>
        {
            var visitor = reader.NewVisitor();
            for (var i = number; !end.IsCancellationRequested; i++) (await visitor.GetAsync(among[i % among.Length])).Status.ShouldBe(HttpStatusCode.OK);
        })).ToList();
        for (var round = 0; round < 4 * among.Length; round++)
        {
            var name = $"Site {round.ToString(CultureInfo.InvariantCulture)}.";
            await writer.RunAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                await Setting.WriteAsync(db, Setting.Site, new TenantSettings { Name = name, Languages = ["en", "ur", "pl"] });
                await db.SaveChangesAsync();
            });
            var page = await reader.Visitor.GetAsync(among[round % among.Length]);
            page.Document.Title!.ShouldEndWith("– " + name);
            page.Response.Headers.ETag.ShouldNotBeNull();
        }

        await end.CancelAsync();
        await Task.WhenAll(others);
    }
}
