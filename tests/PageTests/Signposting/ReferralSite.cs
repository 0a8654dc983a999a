using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A site with teams, somebody who decides on referrals, and a practice.</summary>
internal sealed class ReferralSite
{
    private ReferralSite(PeopleSite people) => People = people;

    public PeopleSite People { get; }

    public TestSite Site => People.Site;

    /// <summary>A worker of the north team who decides on referrals.</summary>
    public Visitor Triage => People.North;

    public Visitor Manager { get; private set; } = null!;

    /// <summary>Somebody in a practice, without an account.</summary>
    public Visitor Practice => Site.Visitor;

    /// <summary>What a referral says that is found nowhere else.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["Zulekha", "Quibbledorf", "07700 900461", "Lonely since the fall", "Brindlespeak", "943 476 5919"];

    public static IReadOnlyList<(string, string?)> Who { get; } =
    [
        ("Form.Who.FirstName", "Zulekha"), ("Form.Who.FamilyName", "Quibbledorf"), ("Form.Who.Born.Day", "27"), ("Form.Who.Born.Month", "3"), ("Form.Who.Born.Year", "1961"), ("Form.Who.NhsNumber", PeopleSite.Nhs),
    ];

    public static async Task<ReferralSite> CreateAsync(DatabaseKind kind)
    {
        var people = await PeopleSite.CreateAsync(kind);
        return new ReferralSite(people) { Manager = await people.Site.SignInAsync("ManageReferrers") };
    }

    /// <summary>Makes a link for a practice and returns its address.</summary>
    public async Task<string> MakeLinkAsync()
    {
        var made = await Manager.SubmitAsync(await Manager.GetAsync("/manage/referrers"), "#add", [("Name", "Vexholme Surgery")]);
        return new Uri(made.Find(".portal-share__link").TextContent).AbsolutePath[Site.Tenant.PathPrefix.Length..];
    }

    /// <summary>Says who refers; leads to the page on the person.</summary>
    public async Task<Answer> BeginAsync(Visitor visitor, Answer start)
        => await visitor.SubmitAsync(start, "main form", [("Referrer.Name", "Dr Test"), ("Referrer.Email", "gp@example.org"), ("Referrer.Role", "GP")]);

    /// <summary>From the page on the person to the one on consent.</summary>
    public async Task<Answer> FromWhoAsync(Visitor visitor, Answer who)
    {
        var reach = await visitor.SubmitAsync(who, "main form", Who);
        var needs = await visitor.SubmitAsync(reach, "main form", [("Form.Reach.Phone", "07700 900461"), ("Form.Reach.Avoid", "voicemail")]);
        var reason = await visitor.SubmitAsync(needs, "main form", [("Form.Communication.Reads", "ur"), ("Form.Communication.Speaks", "Brindlespeak"), ("Form.Communication.Interpreter", "yes")]);
        var risks = await visitor.SubmitAsync(reason, "main form", [("Reason.Words", "Lonely since the fall")]);
        return await visitor.SubmitAsync(risks, "main form", [("Form.Risks.Answer", "none")]);
    }

    public async Task<Answer> UntilAgreementAsync(Visitor visitor, Answer start) => await FromWhoAsync(visitor, await BeginAsync(visitor, start));

    public async Task<Answer> UntilCheckAsync(Visitor visitor, Answer start)
        => await visitor.SubmitAsync(await UntilAgreementAsync(visitor, start), "main form", [("Agreement.IsGiven", "true"), ("Agreement.TellsReferrer", "true")]);

    /// <summary>Fills in the whole form and sends it.</summary>
    public async Task<Answer> ReferAsync(Visitor visitor, Answer start) => await visitor.SubmitAsync(await UntilCheckAsync(visitor, start), "main form");

    /// <summary>The referral that waits longest.</summary>
    public async Task<Answer> OpenFirstAsync() => await Triage.GetAsync(PathOf(await Triage.GetAsync("/workspace/referrals"), ".portal-board__item a"));

    /// <summary>The letters to whoever referred, headers and all, once there are that many.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync(int expected)
    {
        var folder = Path.Combine(Site.Host.DataFolder, "mail", Site.Tenant.Name);
        List<string> letters = [];
        await Wait.UntilAsync(async () =>
        {
            var waiting = await Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().CountAsync(message => message.To == "gp@example.org"));
            letters = System.IO.Directory.Exists(folder) ? [.. System.IO.Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(text => text.Contains("To: gp@example.org", StringComparison.Ordinal))] : [];
            return waiting == 0 && letters.Count >= expected;
        });
        return letters;
    }

    /// <summary>Path of a page inside the site.</summary>
    public static string PathOf(Answer page) => "/" + page.Address.AbsolutePath.Split('/', 3)[2];

    /// <summary>Path inside the site that a link of a page leads to.</summary>
    public static string PathOf(Answer page, string link) => "/" + page.Find(link).GetAttribute("href")!.Split('/', 3)[2];
}
