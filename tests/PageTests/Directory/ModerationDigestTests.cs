using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Directory.Jobs;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class ModerationDigestTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Moderators_are_told_once_a_day_in_their_language_when_something_waits(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await site.SignInAsModeratorAsync("ann@example.org");
        await site.SignInAsModeratorAsync("ben@example.org");
        await SetLanguageAsync(site, "ben@example.org", "ur");
        await RunAsync(site);
        (await site.ReadMailAsync()).ShouldBeEmpty();

        await (await site.SignInAsJoanAsync()).ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await RunAsync(site);
        await RunAsync(site);

        var mail = (await site.ReadMailAsync()).ToDictionary(one => one.To, StringComparer.Ordinal);
        mail.Keys.ShouldBe(["ann@example.org", "ben@example.org"], ignoreOrder: true);
        mail["ann@example.org"].Text.ShouldContain("Changes: 1");
        mail["ben@example.org"].Text.ShouldContain("تبدیلیاں: 1");
        mail["ben@example.org"].Text.ShouldContain("/ur/manage/moderation");
    }

    private static Task RunAsync(TestSite site)
        => site.RunAsync(services => services.GetServices<TenantJob>().OfType<ModerationDigest>().Single().RunAsync(default));

    private static Task SetLanguageAsync(TestSite site, string email, string language) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        (await db.Set<PortalUser>().SingleAsync(user => user.Email == email)).Language = language;
        await db.SaveChangesAsync();
    });
}
