using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Several people keep one page: they see each other, ask others, hand over and leave.</summary>
public sealed class PeopleTests
{
    private const string Address = "/my-groups/" + ShipleySingers.Slug + "/people";

    [DatabaseTheory, EveryDatabase]
    public async Task Who_keeps_a_page_asks_somebody_else_by_email_and_each_sees_the_other(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var refused = await joan.SubmitAsync(await joan.GetAsync(Address), "form[action$='handler=Invite']", [("NewEmail", "tom")]);
        refused.Find("#NewEmail-error").TextContent.ShouldContain("not a whole e-mail address");
        refused.Find("[name=NewEmail]").GetAttribute("value").ShouldBe("tom");
        (await joan.SubmitAsync(refused, "form[action$='handler=Invite']", [("NewEmail", "Tom@example.org")])).Text.ShouldContain("tom@example.org");

        var tom = site.NewVisitor();
        await tom.FollowLinkAsync(await LinkToAsync(site, "tom@example.org"));
        (await tom.GetAsync(Address)).Text.ShouldContain(ShipleySingers.Joan);
        var again = await joan.SubmitAsync(await joan.GetAsync(Address), "form[action$='handler=Invite']", [("NewEmail", "tom@example.org")]);
        again.Find("#NewEmail-error").TextContent.ShouldContain("already");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task One_of_two_leaves_and_no_longer_sees_the_page(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.SubmitAsync(await joan.GetAsync(Address), "form[action$='handler=Invite']", [("NewEmail", "tom@example.org")]);

        var left = await joan.SubmitAsync(await joan.GetAsync(Address), "form[action$='handler=Leave']", [("Then", "others")]);

        left.Text.ShouldContain("You no longer keep the page of Shipley Singers.");
        (await joan.GetAsync(ShipleySingers.Edit)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe("tom@example.org");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_last_one_names_somebody_or_says_that_nobody_keeps_it(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var form = await joan.GetAsync(Address);
        form.Document.QuerySelector("[name=Then][value=others]").ShouldBeNull();

        foreach (var then in new (string, string?)[][] { [], [("Then", "others")], [("Then", "named"), ("NextEmail", "tom")], [("Then", "named"), ("NextEmail", ShipleySingers.Joan)] })
            (await joan.SubmitAsync(form, "form[action$='handler=Leave']", then)).Document.QuerySelectorAll(".nhsuk-error-message").ShouldNotBeEmpty();
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe(ShipleySingers.Joan);

        (await joan.SubmitAsync(form, "form[action$='handler=Leave']", [("Then", "named"), ("NextEmail", "Tom@example.org")])).Text.ShouldContain("You have handed over the page");
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe("tom@example.org");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task When_nobody_keeps_it_those_who_look_after_all_groups_hear_of_it(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        await joan.SubmitAsync(await joan.GetAsync(Address), "form[action$='handler=Leave']", [("Then", "nobody")]);

        (await site.ReadGroupAsync()).Maintainers.ShouldBeEmpty();
        var mail = (await site.ReadMailAsync()).ShouldHaveSingleItem();
        mail.To.ShouldBe("manager@example.org");
        mail.Subject.ShouldContain("Nobody keeps the page of Shipley Singers");
    }

    private static async Task<TestSite> OpenAsync(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new PortalRole { Id = Ids.New(TimeProvider.System), Name = "Volunteer", Permissions = ["EditOwnListings"] });
            await db.SaveChangesAsync();
        });
        return site;
    }

    private static async Task<string> LinkToAsync(TestSite site, string email)
    {
        var mail = (await site.ReadMailAsync()).Single(mail => mail.To == email);
        return new Uri(site.Host.Address, new Uri(Regex.Match(mail.Text, @"https?://\S*/account/link/[^\s)>]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value).PathAndQuery).ToString();
    }
}
