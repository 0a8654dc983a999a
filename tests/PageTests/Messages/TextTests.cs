using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Contracts;
using Portal.Messages.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Platform.Tenants;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Messages;

/// <summary>Text messages through a gateway that really answers, quiet hours, and what lies in the outbox meanwhile.</summary>
public sealed class TextTests
{
    private const string Words = "A reminder: you have something planned for tomorrow.";

    [DatabaseTheory, EveryDatabase]
    public async Task A_text_is_handed_to_the_gateway_with_its_key(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var taken = new ConcurrentQueue<(string Body, string? Key, string? Id)>();
        await SetUpAsync(site, await GatewayAsync(taken));

        await WriteAsync(site);

        await Wait.UntilAsync(() => Task.FromResult(!taken.IsEmpty));
        taken.TryDequeue(out var text).ShouldBeTrue();
        var body = JsonDocument.Parse(text.Body).RootElement;
        body.GetProperty("to").GetString().ShouldBe("+447700900461");
        body.GetProperty("message").GetString().ShouldBe(Words);
        text.Key.ShouldBe("Bearer Zumbaflute");
        var row = await SentAsync(site);
        text.Id.ShouldBe(row.Id);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_fails_is_tried_again_and_says_why_without_number_or_words(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var other = await OtherSite.GetAsync();
        await SetUpAsync(site, other.Put(async http =>
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync("no credit for +447700900461");
        }));

        await WriteAsync(site);

        OutboxMessage? row = null;
        await Wait.UntilAsync(async () => (row = await ReadAsync(site)) is { LastError: not null });
        row!.LastError.ShouldBe("The text gateway answered 503.");
        row.Attempts.ShouldBe(1);
        row.NextAttemptAt.ShouldNotBeNull();
        row.SentAt.ShouldBeNull();
        var page = await (await site.SignInAsync("ManageMessages")).GetAsync("/manage/messages");
        page.Text.ShouldContain("A text message to a person");
        page.Body.ShouldNotContain("07700 900461");
        page.Body.ShouldNotContain("something planned");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task In_quiet_hours_a_text_waits_for_their_end_and_an_e_mail_to_somebody_who_asked_for_it_does_not(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var taken = new ConcurrentQueue<(string Body, string? Key, string? Id)>();
        var (from, until) = await HoursAsync(site, from: -2, until: 3);
        await SetUpAsync(site, await GatewayAsync(taken), ("Form.QuietFrom", from), ("Form.QuietUntil", until));

        await site.RunAsync(async services =>
        {
            services.GetRequiredService<IMessageWriter>().Write(new TextToWrite { To = "07700 900461", Language = "en", Text = Words });
            services.GetRequiredService<IMessageWriter>().Write(new LetterToWrite { To = "asked@example.org", Language = "en", Subject = "A letter", Lines = [new(LetterLineKind.Paragraph, "Hello")] });
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });
        await Wait.UntilAsync(() => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AnyAsync(message => message.Channel == OutboxChannel.Email && message.SentAt != null)));

        var held = await ReadAsync(site);
        held.SentAt.ShouldBeNull();
        held.Attempts.ShouldBe(0);
        var end = await site.RunAsync(services => Task.FromResult(TimeZoneInfo.ConvertTime(held.NextAttemptAt!.Value, services.GetRequiredService<DateWords>().Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        end.ShouldBe(until);
        taken.ShouldBeEmpty();

        // "Try again" does not wake anybody either.
        var manager = await site.SignInAsync("ManageMessages");
        await manager.SubmitAsync(await manager.GetAsync("/manage/messages"), "main form");
        await site.RunAsync(services => services.GetRequiredService<OutboxDelivery>().RunAsync(default));
        taken.ShouldBeEmpty();

        // When the hours are over it goes.
        var (noFrom, noUntil) = await HoursAsync(site, from: 4, until: 6);
        await SetUpAsync(site, await GatewayAsync(taken), ("Form.QuietFrom", noFrom), ("Form.QuietUntil", noUntil));
        await manager.SubmitAsync(await manager.GetAsync("/manage/messages"), "main form");
        await Wait.UntilAsync(() => Task.FromResult(!taken.IsEmpty));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Neither_message_nor_key_lies_readable_in_the_database(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var (from, until) = await HoursAsync(site, from: -2, until: 3);
        await SetUpAsync(site, await GatewayAsync([]), ("Form.QuietFrom", from), ("Form.QuietUntil", until));
        await WriteAsync(site);

        var row = await ReadAsync(site);
        (row.To + row.Subject + row.Text + row.Html).ShouldBeEmpty();
        row.SealedContent!.ShouldNotContain("900461");
        var settings = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Setting>().Where(setting => setting.Name == "messages.texts").Select(setting => setting.Json).SingleAsync());
        settings.ShouldNotContain("Zumbaflute");
        var trail = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action == "messages.texts-changed").ToListAsync());
        trail.ShouldNotBeEmpty();
        trail.ShouldAllBe(entry => !$"{entry.Before} {entry.After}".Contains("Zumbaflute"));
        var page = await (await site.SignInAsync("ManageMessages")).GetAsync("/manage/texts");
        page.Body.ShouldNotContain("Zumbaflute");
        page.Text.ShouldContain("A key is kept.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Mistakes_in_the_settings_are_said_beside_the_field(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var manager = await site.SignInAsync("ManageMessages");

        var rejected = await manager.SubmitAsync(
            await manager.GetAsync("/manage/texts"), "main form",
            [("Form.Address", "http://texts.example.org/send"), ("Form.Body", "{\"to\":\"{{to}}\"}"), ("Form.QuietFrom", "late"), ("Form.HeaderName", "X-Key"), ("Form.CountryCode", "UK"), ("Form.From", "Centre")]);

        foreach (var words in new[] { "beginning with https://", "Put in the places for number and words", "Write a time like 20:00.", "Write the key, or take the name", "Write one to three digits." }) rejected.Find(".nhsuk-error-summary").TextContent.ShouldContain(words);
        rejected.Find("[name='Form.From']").GetAttribute("value").ShouldBe("Centre");
        (await site.SignInAsync("ManageListings")).GetAsync("/manage/texts").Result.Status.ShouldNotBe(HttpStatusCode.OK);
        (await site.Visitor.GetAsync("/manage/texts", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task In_development_without_a_gateway_a_text_becomes_a_file_and_a_page(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        await SetUpAsync(site, "");

        await WriteAsync(site);

        var row = await SentAsync(site);
        (await File.ReadAllTextAsync(Path.Combine(site.Host.DataFolder, "texts", site.Tenant.Name, row.Id + ".txt"))).ShouldContain(Words);
        (await site.Visitor.GetAsync("/dev/mail/" + row.Id)).Text.ShouldContain(Words);
    }

    private static async Task<TestSite> SiteAsync(DatabaseKind kind)
        => await TestSite.CreateAsync(await OtherSite.HostAsync(kind), new TenantSettings { Name = "Living Well", Languages = ["en", "ur", "pl"] });

    private static async Task<string> GatewayAsync(ConcurrentQueue<(string Body, string? Key, string? Id)> taken) => (await OtherSite.GetAsync()).Put(async http =>
    {
        using var reader = new StreamReader(http.Request.Body);
        taken.Enqueue((await reader.ReadToEndAsync(), http.Request.Headers.Authorization, http.Request.Headers["Idempotency-Key"]));
    });

    /// <summary>Fills in the page with the gateway, and no quiet hours unless they are given.</summary>
    private static async Task SetUpAsync(TestSite site, string gateway, params (string Name, string? Value)[] more)
    {
        var manager = await site.SignInAsync("ManageMessages");
        var typed = new List<(string Name, string? Value)> { ("Form.Address", gateway), ("Form.HeaderName", "Authorization"), ("Form.Key", "Bearer Zumbaflute"), ("Form.QuietFrom", "00:00"), ("Form.QuietUntil", "00:00") };
        typed.RemoveAll(field => more.Any(other => other.Name == field.Name));
        var saved = await manager.SubmitAsync(await manager.GetAsync("/manage/texts"), "main form", [.. typed, .. more]);
        saved.Document.QuerySelector(".nhsuk-error-summary").ShouldBeNull();
    }

    /// <summary>Hours around the present one, by the clock on the tenant's wall.</summary>
    private static Task<(string From, string Until)> HoursAsync(TestSite site, int from, int until) => site.RunAsync(services =>
    {
        var now = services.GetRequiredService<DateWords>().Now;
        return Task.FromResult((now.AddHours(from).ToString("HH:00", System.Globalization.CultureInfo.InvariantCulture), now.AddHours(until).ToString("HH:00", System.Globalization.CultureInfo.InvariantCulture)));
    });

    private static Task WriteAsync(TestSite site) => site.RunAsync(async services =>
    {
        services.GetRequiredService<IMessageWriter>().Write(new TextToWrite { To = "07700 900461", Language = "en", Text = Words });
        await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
    });

    private static Task<OutboxMessage> ReadAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().SingleAsync(message => message.Channel == OutboxChannel.Text));

    private static async Task<OutboxMessage> SentAsync(TestSite site)
    {
        await Wait.UntilAsync(async () => (await ReadAsync(site)).SentAt is not null);
        return await ReadAsync(site);
    }
}
