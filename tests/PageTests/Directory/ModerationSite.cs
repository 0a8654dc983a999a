using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using TestSupport;

namespace PageTests.Directory;

/// <summary>The singers of Shipley, kept by Joan, whom the moderators do not know yet.</summary>
internal static class ModerationSite
{
    public const string Queue = "/manage/moderation";

    public static async Task<TestSite> OpenAsync(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.RemoveRange(await db.Set<KeeperTrust>().ToListAsync());
            await db.SaveChangesAsync();
        });
        return site;
    }

    /// <summary>Somebody who only decides on what others suggest.</summary>
    public static Task<Visitor> SignInAsModeratorAsync(this TestSite site, string email = "mod@example.org") => site.SignInByLinkAsync(email, "ModerateListings");

    /// <summary>Opens the first thing of the queue.</summary>
    public static async Task<Answer> OpenFirstAsync(this Visitor moderator, string query = "")
        => await moderator.GetAsync((await moderator.GetAsync(Queue + query)).Find("tbody th a").GetAttribute("href")!.Split("/manage/", 2)[1].Insert(0, "/manage/"));

    /// <summary>Sends the form of a suggestion by one of its buttons.</summary>
    public static Task<Answer> DecideAsync(this Visitor moderator, Answer page, string button, params (string Name, string? Value)[] values)
    {
        var form = page.Find("main form:has(input[name=Revision])");
        form.SetAttribute("action", page.Find($"button[formaction$='handler={button}']").GetAttribute("formaction")!);
        return moderator.SubmitAsync(page, "main form:has(input[name=Revision])", values);
    }

    /// <summary>What was suggested, the newest first.</summary>
    public static Task<List<Suggestion>> ReadSuggestionsAsync(this TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Suggestion>().AsNoTracking().OrderByDescending(suggestion => suggestion.Id).ToListAsync());

    /// <summary>The letters of the site, the newest first.</summary>
    public static Task<List<OutboxMessage>> ReadMailAsync(this TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().OrderByDescending(mail => mail.Id).ToListAsync());

    /// <summary>A change by somebody who publishes at once.</summary>
    public static Task ChangeAsync(this TestSite site, Func<ListingFacts, ListingFacts> facts)
        => site.RunAsync(async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var listing = (await editor.FindAsync(ShipleySingers.Slug, default))!;
            await editor.ChangeFactsAsync(listing.Id, listing.Revision, facts, default);
        });
}
