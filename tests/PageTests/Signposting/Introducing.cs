using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A link worker, a person and a group that is asked whether the person can come.</summary>
internal static partial class Introducing
{
    public const string Group = "choir@example.org";
    public const string Reach = "Through me, 01632 960123";
    public const string Note = "Comes with her sister.";

    public static async Task<PlanSite> SiteAsync(DatabaseKind kind, Func<ListingFacts, ListingFacts>? facts = null)
    {
        var site = await PlanSite.CreateAsync(kind);
        await ChangeAsync(site, known => (facts ?? (same => same))(known with { ContactEmail = Group }));
        return site;
    }

    public static Task ChangeAsync(PlanSite site, Func<ListingFacts, ListingFacts> change)
        => site.Site.RunAsync(async services =>
        {
            var revision = await services.GetRequiredService<PortalDbContext>().Set<Listing>().Where(known => known.Id == PlanSite.Choir).Select(known => known.Revision).SingleAsync();
            (await services.GetRequiredService<ListingEditor>().ChangeFactsAsync(PlanSite.Choir, revision, change, default)).Result.ShouldBe(EditResult.Saved);
        });

    public static async Task<string> PlanAsync(PlanSite site) => PlanSite.IdOf(await site.StartWithChoirAsync(language: "ur"));

    public static async Task<string> StepAsync(PlanSite site, string plan)
        => (await site.Worker.GetAsync($"/workspace/plans/{plan}")).Find(".portal-step").Id!["step-".Length..];

    public static async Task<Answer> OpenAsync(PlanSite site, string plan) => await site.Worker.GetAsync($"/workspace/plans/{plan}/introduce/{await StepAsync(site, plan)}");

    public static Task<Answer> WriteAsync(PlanSite site, Answer page)
        => site.Worker.SubmitAsync(page, "main form:has([name='Letter.Reach'])", [("Letter.Reach", Reach), ("Letter.Note", Note)]);

    public static Task<Answer> SendAsync(PlanSite site, Answer preview, bool agreed)
    {
        var button = preview.Find("button[formaction*='Send']");
        preview.Find("main form:has([name='Letter.Reach'])").SetAttribute("action", button.GetAttribute("formaction")!);
        return site.Worker.SubmitAsync(preview, "main form:has([name='Letter.Reach'])", [("Agreed", agreed ? "true" : null)]);
    }

    public static async Task<(string Plan, string Link)> IntroducedAsync(PlanSite site)
    {
        var plan = await PlanAsync(site);
        await SendAsync(site, await WriteAsync(site, await OpenAsync(site, plan)), agreed: true);
        return (plan, LinkIn(site, (await MailAsync(site)).ShouldHaveSingleItem()));
    }

    /// <summary>Somebody of the group, with a browser that says where its forms come from.</summary>
    public static Visitor Person(PlanSite site)
    {
        var person = site.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return person;
    }

    public static async Task<Answer> AnswerAsync(Visitor group, string link, string step, params (string Name, string? Value)[] fields)
        => await group.SubmitAsync(await group.GetAsync($"{link}/{step}"), "main form", fields);

    public static Task<List<OutboxMessage>> MailAsync(PlanSite site)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().OrderBy(mail => mail.CreatedAt).ToListAsync());

    public static Task<List<IntroductionState>> StatesAsync(PlanSite site)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Introduction>().AsNoTracking().Select(introduction => introduction.State).ToListAsync());

    public static Task SentAsync(PlanSite site, int daysAgo)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Introduction>().ExecuteUpdateAsync(change => change.SetProperty(introduction => introduction.SentAt, TimeProvider.System.GetUtcNow().AddDays(-daysAgo))));

    public static Task RunJobAsync(PlanSite site)
        => site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<IntroductionsJob>().Single().RunAsync(default));

    public static string LetterOn(Answer page) => string.Join('\n', page.Document.QuerySelectorAll(".portal-letter p").Select(line => line.TextContent.Trim()));

    public static string LinkIn(PlanSite site, OutboxMessage mail)
        => Link().Match(mail.Text).Value.Replace(site.Site.Host.Address.ToString().TrimEnd('/') + site.Site.Tenant.PathPrefix, "", StringComparison.Ordinal) is var path && path.StartsWith("http", StringComparison.Ordinal)
            ? new Uri(path).AbsolutePath.Replace(site.Site.Tenant.PathPrefix, "", StringComparison.Ordinal)
            : path;

    [GeneratedRegex(@"https?://\S+/introductions/[0-9a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
