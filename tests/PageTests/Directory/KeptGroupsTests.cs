using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Signposting;
using Portal.Directory.Services.Kept;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>The shortlist: kept without an account, taken along, turned into a plan.</summary>
public sealed class KeptGroupsTests
{
    private const string Keep = "form.portal-keep-form";

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_is_kept_from_its_card_and_from_its_page_and_counted_in_the_header(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var visitor = Browser(site);

        var results = await visitor.GetAsync("/groups?q=shipley+singers");
        results.Find("a[data-count]").HasAttribute("hidden").ShouldBeTrue("Nothing is kept yet.");
        var list = await visitor.SubmitAsync(results, Keep);
        list.Address.AbsolutePath.ShouldEndWith("/kept");
        TitlesOf(list).ShouldBe(["Shipley Singers"]);
        await visitor.SubmitAsync(await visitor.GetAsync("/groups/manningham-walkers"), Keep);

        var urdu = await visitor.GetAsync("/ur/kept");
        urdu.Document.QuerySelectorAll(".portal-kept > li").Length.ShouldBe(2);
        urdu.Find("a[data-count]").HasAttribute("hidden").ShouldBeFalse();
        urdu.Find("[data-number]").TextContent.ShouldBe("2");
        (await visitor.GetAsync("/groups/shipley-singers")).Find(Keep + " button").GetAttribute("aria-pressed").ShouldBe("true");
        (await Browser(site).GetAsync("/groups/shipley-singers")).Find(Keep + " button").GetAttribute("aria-pressed").ShouldBe("false", "What one visitor kept is no other's business.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_is_removed_and_put_back(DatabaseKind kind)
    {
        var visitor = Browser(await BradfordSite.ToLookAtAsync(kind));
        var list = await visitor.SubmitAsync(await visitor.GetAsync("/groups/shipley-singers"), Keep);

        var removed = await visitor.SubmitAsync(list, "form[action*='handler=Remove']");
        removed.Text.ShouldContain("You have not kept any groups yet.");
        removed.Find("main a.nhsuk-button").GetAttribute("href")!.ShouldEndWith("/groups");
        visitor.Cookies.GetAllCookies().Any(cookie => cookie.Name.EndsWith("-kept", StringComparison.Ordinal)).ShouldBeFalse("An empty list needs no cookie.");

        TitlesOf(await visitor.SubmitAsync(removed, ".portal-notice form")).ShouldBe(["Shipley Singers"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_of_another_site_keeps_nothing(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        foreach (var (header, value) in new[] { ("Origin", "https://elsewhere.example"), ("Sec-Fetch-Site", "cross-site"), ("X-Nothing", "said") })
        {
            var visitor = site.NewVisitor();
            var page = await visitor.GetAsync("/groups/shipley-singers");
            visitor.Client.DefaultRequestHeaders.Add(header, value);

            (await visitor.SubmitAsync(page, Keep)).Status.ShouldBe(HttpStatusCode.BadRequest, header);
            visitor.Cookies.Count.ShouldBe(0);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_address_shows_the_list_to_somebody_else_who_may_keep_it(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var visitor = Browser(site);
        await visitor.SubmitAsync(await visitor.GetAsync("/groups/shipley-singers"), Keep);
        var list = await visitor.SubmitAsync(await visitor.GetAsync("/groups/manningham-walkers"), Keep);
        var address = new Uri(list.Find(".portal-kept__address").GetAttribute("href")!).PathAndQuery;

        var other = Browser(site);
        var given = await other.GetAsync(new Uri(site.Host.Address, address).ToString());
        TitlesOf(given).Count.ShouldBe(2);
        given.Response.Headers.Contains("Set-Cookie").ShouldBeTrue();
        (await other.GetAsync("/kept")).Text.ShouldContain("You have not kept any groups yet.");

        TitlesOf(await other.SubmitAsync(given, "form[action*='handler=KeepAll']")).ShouldBe(TitlesOf(given));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Links_open_a_message_in_the_language_of_the_reader_and_ask_no_other_site(DatabaseKind kind)
    {
        var visitor = Browser(await BradfordSite.ToLookAtAsync(kind));
        await visitor.SubmitAsync(await visitor.GetAsync("/groups/shipley-singers"), Keep);

        var list = await visitor.GetAsync("/ur/kept");

        var sms = Uri.UnescapeDataString(list.Find("a[href^='sms:']").GetAttribute("href")!);
        sms.ShouldStartWith("sms:?&body=");
        sms.ShouldContain("/ur/kept?groups=");
        sms.ShouldContain("پوری فہرست");
        list.Find("a[href^='https://wa.me/?text=']").GetAttribute("rel").ShouldBe("noopener noreferrer");
        list.Document.QuerySelectorAll("[src]").ShouldAllBe(element => !element.GetAttribute("src")!.StartsWith("http", StringComparison.Ordinal));
        list.Find("a[href$='/groups/shipley-singers/calendar.ics']");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_list_is_sent_once_in_the_language_of_the_reader_and_the_address_is_forgotten(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var visitor = Browser(site);
        await visitor.SubmitAsync(await visitor.GetAsync("/groups/shipley-singers"), Keep);

        var sent = await visitor.SubmitAsync(await visitor.GetAsync("/pl/kept"), "form[action*='handler=Send']", [("Email", " tom@example.org ")]);
        sent.Find(".portal-notice").TextContent.ShouldContain("tom@example.org");

        await Wait.UntilAsync(async () => await WaitingAsync(site) == 0);
        var mail = await File.ReadAllTextAsync(MailIn(site).Single());
        mail.ShouldContain("To: tom@example.org");
        mail.ShouldContain("Grupy ze strony");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_no_address_is_said_beside_the_field_and_kept(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var visitor = Browser(site);
        var list = await visitor.SubmitAsync(await visitor.GetAsync("/groups/shipley-singers"), Keep);

        var page = await visitor.SubmitAsync(list, "form[action*='handler=Send']", [("Email", "tom at example")]);

        page.Find("#Email-error").TextContent.ShouldContain("Write an e-mail address");
        page.Find("#Email").GetAttribute("value").ShouldBe("tom at example");
        TitlesOf(page).ShouldBe(["Shipley Singers"]);
        (await WaitingAsync(site)).ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_fills_in_the_hidden_field_is_thanked_and_nothing_is_sent(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var visitor = Browser(site);
        var list = await visitor.SubmitAsync(await visitor.GetAsync("/groups/shipley-singers"), Keep);

        var page = await visitor.SubmitAsync(list, "form[action*='handler=Send']", [("Email", "tom@example.org"), ("Website", "https://spam.example")]);

        page.Find(".portal-notice").TextContent.ShouldContain("tom@example.org");
        (await WaitingAsync(site)).ShouldBe(0);
        MailIn(site).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nobodys_letter_box_is_filled(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var visitor = Browser(site);
        var list = await visitor.SubmitAsync(await visitor.GetAsync("/groups/shipley-singers"), Keep);

        for (var mail = 0; mail < KeptMailLimit.MostToOne; mail++)
            (await visitor.SubmitAsync(list, "form[action*='handler=Send']", [("Email", "tom@example.org")])).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await visitor.SubmitAsync(list, "form[action*='handler=Send']", [("Email", "Tom@example.org")]);

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Find("#Email-error").TextContent.ShouldContain("Wait an hour");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_full_list_says_so_and_a_cookie_that_was_meddled_with_does_no_harm(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var visitor = Browser(site);
        var page = await visitor.GetAsync("/groups/shipley-singers");
        await SetCookieAsync(site, visitor, string.Join('.', Enumerable.Range(1, KeptCookie.Most).Select(number => "no-such-group-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        (await visitor.SubmitAsync(page, Keep)).Text.ShouldContain("Your list is full");

        await SetCookieAsync(site, visitor, "<script>alert(1)</script>..%22%3E" + new string('x', 300));
        var list = await visitor.GetAsync("/kept");
        list.Status.ShouldBe(HttpStatusCode.OK);
        list.Body.ShouldNotContain("alert(1)");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_worker_makes_a_plan_of_a_list_and_nobody_else_is_offered_it(DatabaseKind kind)
    {
        var plans = await PlanSite.CreateAsync(kind);
        plans.Worker.Client.DefaultRequestHeaders.Add("Origin", plans.Site.Host.Address.GetLeftPart(UriPartial.Authority));
        foreach (var slug in (string[])["slow-walk", "shipley-singers"]) await plans.Worker.SubmitAsync(await plans.Worker.GetAsync("/groups/" + slug), Keep);

        var list = await plans.Worker.GetAsync("/kept");
        var form = await plans.Worker.GetAsync(new Uri(list.Address, list.Find("a[href*='/workspace/plans/new?groups=']").GetAttribute("href")!).ToString());
        form.Find("section[aria-labelledby=kept]").TextContent.ShouldContain("Slow walk round the park");
        var refused = await plans.Worker.SubmitAsync(form, "main form", [("Person.Name", "")]);
        var plan = await plans.Worker.SubmitAsync(refused, "main form", [("Person.Name", "Tomasz")]);

        plan.Document.QuerySelectorAll(".portal-step h3").Select(step => step.TextContent.Trim().Split("(")[0].Trim()).ShouldBe(["Slow walk round the park", "Shipley Singers"]);
        var visitor = Browser(plans.Site);
        (await visitor.GetAsync($"/kept?groups={PlanSite.Choir}")).Document.QuerySelector("a[href*='/workspace/']").ShouldBeNull();
    }

    /// <summary>A visitor whose browser says where its forms come from, as browsers do.</summary>
    private static Visitor Browser(TestSite site)
    {
        var visitor = site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("Origin", site.Host.Address.GetLeftPart(UriPartial.Authority));
        return visitor;
    }

    private static List<string> TitlesOf(Answer page) => [.. page.Document.QuerySelectorAll(".portal-kept .portal-card__title").Select(title => title.TextContent)];

    private static IEnumerable<string> MailIn(TestSite site)
    {
        var folder = Path.Combine(site.Host.DataFolder, "mail", site.Tenant.Name);
        return System.IO.Directory.Exists(folder) ? System.IO.Directory.EnumerateFiles(folder, "*.eml") : [];
    }

    private static Task<int> WaitingAsync(TestSite site) => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().CountAsync());

    private static Task SetCookieAsync(TestSite site, Visitor visitor, string value) => site.RunAsync(_ =>
    {
        visitor.Cookies.Add(site.Host.Address, new Cookie(KeptCookie.Cookie.Name!, Uri.EscapeDataString(value), "/"));
        return Task.CompletedTask;
    });
}
