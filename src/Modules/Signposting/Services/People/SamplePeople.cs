using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Services.People;

/// <summary>
/// While the program is developed, puts a few invented people and referrals into the sample sites, once. Every page of such a
/// site says that its people are invented; their numbers are of the ranges kept for drama.
/// </summary>
internal sealed class SamplePeople(IHostEnvironment environment, IConfiguration configuration, ITenants tenants, ITenantScopes scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || !configuration.GetValue("Portal:Samples", true)) return;
        foreach (var tenant in await tenants.ListAsync(cancellationToken))
            await scopes.RunAsync(tenant, services => AddAsync(services, cancellationToken), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var profile = services.GetRequiredService<TenantContext>().Profile;
        var db = services.GetRequiredService<PortalDbContext>();
        if (!profile.Settings.Sample || !profile.Features.Contains(SignpostingModule.Referring) || await db.Set<Team>().AnyAsync(cancellationToken)) return;
        services.GetRequiredService<CurrentActor>().ActAs("samples");
        var lookup = services.GetRequiredService<PersonLookup>();
        var (editor, texts, clock) = (services.GetRequiredService<PersonEditor>(), services.GetRequiredService<PrivateText>(), services.GetRequiredService<TimeProvider>());
        var workers = await services.GetRequiredService<IUsers>().AllowedToAsync(SignpostingPermissions.UseWorkspace, cancellationToken);
        var today = services.GetRequiredService<DateWords>().Today;
        // One is late, one is due later, one waits for a worker.
        (Who Who, Action<Person, PrivateText> Fill, NextStep? Next, bool Waits)[] people =
        [
            (Rukhsana, Rukhsanas, new NextStep(NextStep.Review, today.AddDays(-2), workers.LastOrDefault()?.Id, "Did the choir help?"), false),
            (Tom, Toms, null, false),
            (Maria, Marias, null, true),
        ];
        var hashes = new List<PersonHashes>();
        foreach (var who in people.Select(person => person.Who).Append(Referred.Who!)) hashes.Add(await lookup.HashesAsync(who, cancellationToken));

        var team = new Team { Id = Ids.New(clock), Name = "Sample team" };
        team.SetMembers([.. workers.Select(worker => worker.Id)]);
        db.Add(team);
        for (var i = 0; i < people.Length; i++)
        {
            var (who, fill, next, waits) = people[i];
            fill(await editor.MakeAsync(new NewPerson(who, team.Id, waits ? null : workers.LastOrDefault()?.Id, Next: next), hashes[i], cancellationToken), texts);
        }


        var now = clock.GetUtcNow();
        var referral = new Referral
        {
            Id = Ids.New(clock),
            Reference = "SAMPLE01",
            Source = ReferralSource.Practice,
            DraftUntil = now,
            Language = profile.Settings.DefaultLanguage,
            CreatedAt = now.AddDays(-3),
        };
        referral.Write(texts, Referred);
        referral.Send(hashes[^1], now.AddDays(-3));
        db.Add(referral);
        services.GetRequiredService<AuditLog>().Record("referral.sent", ReferralForms.AuditSubject, referral.Id, after: new { referral.Source, referral.Code });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Who Rukhsana => new() { FirstName = "Rukhsana", FamilyName = "Sample", Born = TypedDate.Of(new DateOnly(1961, 3, 27)), PreferredName = "Ruksi" };

    private static Who Tom => new() { FirstName = "Tom", FamilyName = "Sample", Born = TypedDate.Of(new DateOnly(1948, 11, 2)) };

    private static Who Maria => new() { FirstName = "Maria", FamilyName = "Sample", Born = TypedDate.Of(new DateOnly(1983, 1, 9)) };

    private static ReferralContent Referred => new()
    {
        Referrer = new Referrer { Name = "Dr Sample", Role = "GP", Organisation = "Sample Surgery", Email = "surgery@example.org" },
        Who = new Who { FirstName = "Zofia", FamilyName = "Sample", Born = TypedDate.Of(new DateOnly(1975, 6, 14)) },
        Reach = new Reach { Phone = "07700 900463", Best = "text", Avoid = ["voicemail", "name"] },
        Communication = new Communication { Reads = "pl", Speaks = "Polish, a little English", Interpreter = Communication.Yes, InterpreterKind = "Polish, by phone" },
        Reason = new Reason { Words = "Back pain for two years. Has stopped going out since the winter.", Hopes = "To dance at the wedding in June." },
        Risks = new Risks { Answer = Risks.NoneKnown },
        Agreement = new Agreement { IsGiven = true, TellsReferrer = true },
    };

    private static void Rukhsanas(Person person, PrivateText texts)
    {
        person.Write(texts, new Reach { Phone = "07700 900461", Best = "call", When = "Mornings, while the children are at school", Avoid = ["voicemail"], Others = "Daughter Sana, 07700 900462" });
        person.Write(texts, new Communication { Reads = "ur", Speaks = "Urdu, Mirpuri", Interpreter = Communication.Yes, InterpreterKind = "A woman, Mirpuri", Needs = ["large-print"], ReviewOn = TypedDate.Of(new DateOnly(2026, 9, 1)) });
        person.Write(texts, new Risks { Answer = Risks.Some, Items = [new Risk { What = "Falls on stairs", Comment = "Meet on the ground floor", Since = TypedDate.Of(new DateOnly(2026, 2, 3)) }] });
        person.Write(texts, new AboutMe { Important = "My grandchildren, and to sing again.", Wellness = "Mornings are stiff. After noon I am better." });
    }

    private static void Marias(Person person, PrivateText texts)
    {
        person.Write(texts, new Reach { Phone = "07700 900464", Best = "text" });
        person.Write(texts, new Communication { Reads = "pl", Speaks = "Polish", Interpreter = Communication.Yes, InterpreterKind = "Polish" });
    }

    private static void Toms(Person person, PrivateText texts)
    {
        person.Write(texts, new Reach { Phone = "01632 960461", Best = "letter" });
        person.Write(texts, new Risks { Answer = Risks.NoneKnown });
    }
}
