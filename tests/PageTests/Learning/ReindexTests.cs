using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Search.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Learning;

public sealed class ReindexTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Articles_and_programmes_come_back_into_the_index_when_asked(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        await site.RunAsync(async services =>
        {
            foreach (var name in (string[])["article", "programme"]) await services.GetRequiredService<ISearchIndex>().ClearAsync(name, CancellationToken.None);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });
        (await CountAsync(site)).ShouldBe(0);

        await site.RunAsync(async services =>
        {
            await services.GetRequiredService<EventBus>().PublishAsync(new ReindexRequested(null), CancellationToken.None);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });

        (await CountAsync(site)).ShouldBe(21);
    }

    private static Task<int> CountAsync(TestSite site)
        => site.RunAsync(async services =>
            (await services.GetRequiredService<ISearch>().FindAsync(new SearchQuery { Kinds = ["article", "programme"], Language = "en" }, CancellationToken.None)).Total);
}
