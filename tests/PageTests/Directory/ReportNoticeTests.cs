using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Contracts;
using Portal.Accounts.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Who hears of what readers say is wrong.</summary>
public sealed class ReportNoticeTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Those_who_keep_the_page_get_an_email_in_their_language_with_a_link_to_it(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.RunAsync(async services => await services.GetRequiredService<IUsers>().EnsureAsync(new NewUser { Email = ShipleySingers.Joan, Language = "pl" }, default));

        await ReportAsync(site, "/ur", ("What", "time"), ("Words", "منگل کو دروازہ بند تھا"), ("Reply", "reader@example.org"));

        var mail = (await MailsAsync(site)).ShouldHaveSingleItem();
        (mail.To, mail.Language).ShouldBe((ShipleySingers.Joan, "pl"));
        mail.Text.ShouldContain("Śpiewacy z Shipley");
        mail.Text.ShouldContain("منگل کو دروازہ بند تھا");
        mail.Text.ShouldContain("reader@example.org");
        mail.Text.ShouldContain("/account/link/");
        mail.Text.ShouldNotContain("The time or place");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Where_nobody_keeps_it_those_who_look_after_all_groups_do(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");
        await site.SignInByLinkAsync("volunteer@example.org", "EditOwnListings");
        await site.RunAsync(async services => (await services.GetRequiredService<ListingEditor>().ChangeFactsAsync(ShipleySingers.Id, 0, facts => facts with { Maintainers = [] }, default)).Result.ShouldBe(EditResult.Saved));

        await ReportAsync(site, "", ("What", "closed"));

        var mail = (await MailsAsync(site)).ShouldHaveSingleItem();
        mail.To.ShouldBe("manager@example.org");
        mail.Text.ShouldContain("It no longer meets");
        mail.Text.ShouldContain("/manage/moderation");
        mail.Text.ShouldNotContain("/account/link/");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Somebody_with_an_account_for_other_reasons_may_keep_a_page_once_invited(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new PortalRole { Id = Ids.New(TimeProvider.System), Name = "Volunteer", Permissions = ["EditOwnListings"] });
            await db.SaveChangesAsync();
        });
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");
        var editor = await site.SignInByLinkAsync("editor@example.org", "ManageTaxonomies");
        ((int)(await editor.GetAsync("/my-groups")).Status).ShouldBeOneOf(403, 404);

        await manager.SubmitAsync(await manager.GetAsync("/manage/listings/" + ShipleySingers.Slug), "form[action$='handler=Add']", [("NewEmail", "editor@example.org")]);

        (await editor.GetAsync(ShipleySingers.Edit)).Text.ShouldContain("Is everything below still right?");
        (await editor.GetAsync("/manage/taxonomies")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private static async Task ReportAsync(TestSite site, string language, params (string, string?)[] values)
    {
        var visitor = site.NewVisitor();
        (await visitor.SubmitAsync(await visitor.GetAsync($"{language}{ShipleySingers.Page}/report"), "main form", values)).Address.Query.ShouldContain("sent");
    }

    /// <summary>The e-mails about reports; those that sign in are not asked for.</summary>
    private static Task<List<OutboxMessage>> MailsAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().ToListAsync());
}
