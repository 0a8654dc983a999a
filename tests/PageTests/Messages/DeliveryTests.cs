using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Accounts;
using Portal.Messages.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Platform.Tenants;
using Shouldly;
using TestSupport;

namespace PageTests.Messages;

public class DeliveryTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Without_a_mail_server_mail_becomes_a_file_and_a_page_within_seconds(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await AskForLinkAsync(site);

        var message = await SentAsync(site);

        var file = Path.Combine(site.Host.DataFolder, "mail", site.Tenant.Name, message.Id + ".eml");
        (await File.ReadAllTextAsync(file)).ShouldContain($"Message-ID: <{message.Id}@localhost>");
        var list = await site.Visitor.GetAsync("/dev/mail");
        list.Text.ShouldContain("amina@example.org");
        var page = await site.Visitor.FollowAsync(list, "main tbody a");
        page.Find("main article a").GetAttribute("href")!.ShouldContain("/account/link/");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task One_tenant_does_not_read_the_mail_of_another(DatabaseKind kind)
    {
        var (site, other) = (await TestSite.CreateAsync(kind), await TestSite.CreateAsync(kind));
        await AskForLinkAsync(site);
        var message = await SentAsync(site);

        (await other.Visitor.GetAsync("/dev/mail")).Text.ShouldNotContain("amina");
        (await other.Visitor.GetAsync("/dev/mail/" + message.Id)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_mail_server_gets_both_texts_and_a_message_id_that_stays(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync(user: "portal", password: "letmein");
        await using var host = await HostWithAsync(kind, server, "--Smtp:User", "portal", "--Smtp:Password", "letmein");
        var site = await TestSite.CreateAsync(host, new TenantSettings { Name = "Żyj z bólem", Languages = ["ur", "en"], ContactEmail = "help@example.org" });
        await AskForLinkAsync(site);

        var taken = await server.NextAsync();

        var message = await SentAsync(site);
        taken.From.ShouldBe("portal@example.org");
        taken.To.ShouldBe(["amina@example.org"]);
        taken.User.ShouldBe("portal");
        taken.Message.ShouldContain($"Message-ID: <{message.Id}@example.org>");
        taken.Message.ShouldContain("Reply-To: help@example.org");
        taken.Message.ShouldContain("multipart/alternative");
        var parts = Regex.Matches(taken.Message, @"base64\r\n\r\n(?<body>[A-Za-z0-9+/=\r\n]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["body"].Value))).ToList();
        parts.Count.ShouldBe(2);
        Normal(parts[0]).ShouldBe(Normal(message.Text));
        Normal(parts[1]).ShouldBe(Normal(message.Html));
        message.Language.ShouldBe("ur");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_the_server_puts_off_is_tried_again_later(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync(putOff: 1);
        await using var host = await HostWithAsync(kind, server);
        var site = await TestSite.CreateAsync(host);
        await AskForLinkAsync(site);
        await Wait.UntilAsync(async () => (await MessageAsync(site)).LastError is not null);

        var message = await MessageAsync(site);
        message.LastError!.ShouldContain("Try again later");
        message.Attempts.ShouldBe(1);
        (message.NextAttemptAt!.Value - TimeProvider.System.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(61));

        var postmaster = await site.SignInAsync("ManageMessages");
        var page = await postmaster.GetAsync("/manage/messages");
        page.Text.ShouldContain("Try again later");
        await postmaster.SubmitAsync(page, "main tbody form");

        (await server.NextAsync()).To.ShouldBe(["amina@example.org"]);
        (await SentAsync(site)).LastError.ShouldBeNull();
        (await postmaster.GetAsync("/manage/messages")).Text.ShouldContain("Nothing waits");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_message_is_given_up_after_the_last_wait_and_says_why(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Smtp:Host", "127.0.0.1", "--Smtp:Port", "1", "--Smtp:StartTls", "false");
        var site = await TestSite.CreateAsync(host);
        await AskForLinkAsync(site);
        await Wait.UntilAsync(async () => (await MessageAsync(site)).LastError is not null);
        for (var i = 0; i < OutboxDelivery.Waits.Count; i++)
        {
            await site.RunAsync(async services =>
            {
                await services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().ExecuteUpdateAsync(row => row.SetProperty(m => m.NextAttemptAt, TimeProvider.System.GetUtcNow()));
                await services.GetRequiredService<OutboxDelivery>().RunAsync(default);
            });
        }

        var message = await MessageAsync(site);
        message.NextAttemptAt.ShouldBeNull();
        message.SentAt.ShouldBeNull();
        message.LastError.ShouldNotBeNullOrEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_deliveries_at_once_send_a_message_once(DatabaseKind kind)
    {
        await using var server = await MailServer.StartAsync();
        await using var host = await HostWithAsync(kind, server);
        var site = await TestSite.CreateAsync(host);
        await AskForLinkAsync(site);
        await server.NextAsync();
        await SentAsync(site);
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>()
            .ExecuteUpdateAsync(row => row.SetProperty(m => m.NextAttemptAt, TimeProvider.System.GetUtcNow()).SetProperty(m => m.SentAt, (DateTimeOffset?)null)));

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.RunAsync(services => services.GetRequiredService<OutboxDelivery>().RunAsync(default))));

        done.Sum(one => one.Sent).ShouldBe(1);
        await server.NextAsync();
        server.Waiting.ShouldBe(0);
    }

    private static Task<PortalHost> HostWithAsync(DatabaseKind kind, MailServer server, params string[] more)
        => PortalHost.StartAsync(kind, ["--Smtp:Host", "127.0.0.1", "--Smtp:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--Smtp:StartTls", "false", "--Smtp:From", "portal@example.org", .. more]);

    private static async Task AskForLinkAsync(TestSite site)
    {
        await site.AddUserAsync("amina@example.org");
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);
    }

    private static Task<OutboxMessage> MessageAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().SingleAsync());

    private static async Task<OutboxMessage> SentAsync(TestSite site)
    {
        await Wait.UntilAsync(async () => (await MessageAsync(site)).SentAt is not null);
        return await MessageAsync(site);
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim();
}
