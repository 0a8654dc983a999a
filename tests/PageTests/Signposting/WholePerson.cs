using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Letters;
using Portal.Signposting.Domain.Matching;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Introductions;
using Portal.Signposting.Services.People;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A person of whom there is something of every kind: referral, every section, plan, answers, introduction, link, opening.</summary>
internal sealed class WholePerson
{
    public const string ShareCode = "abcdefghjkmnpqrstvwxyz0123";

    private WholePerson(PeopleSite people) => People = people;

    /// <summary>What is written of the person and is found nowhere else.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
    [
        "Zulekha", "Quibbledorf", "Wimblethorpe", PeopleSite.Nhs, "07700 900461", "zumbaflute@example.org", "Grobblewick", "Brindlespeak", "Thrumbledog", "Plinketh", "ZX9 9QQ", "Vexholme", "X98765", "Yodelcraft", "Ploverstick",
        "Glimmerfolk", "Fennelbrook", "Wrothmere", "Creakjoint", "Ledgerby", "parakeets", "Larkwing", "Upper Snoring", "Lonely since the fall", "Dr Snipeworth", "Hum the old songs", "Ask for the red door", "Tell them Pipkin sent you",
        "We saved a chair", "Paint the gate", "Pettigrew", "She was in the bath", "Bring the tandem", "Talk about the ferret", "Fridays are for the mosque", "Ferret agreed", "Ring the ferret man",
        "Plays the kazoo", "Sing at the wedding", "Walk to the lock", "The stairs won", "Reach the bench", "Reached the bench", "Cousin Tolliver", "After the wireless", "Knees sang", "You did it, Wimblethorpe", "Sister Amaryllis",
    ];

    public PeopleSite People { get; }

    public TestSite Site => People.Site;

    public string Id { get; private set; } = "";

    public string PlanId { get; private set; } = "";

    public static async Task<WholePerson> CreateAsync(DatabaseKind kind, PortalHost? host = null)
    {
        var made = new WholePerson(await PeopleSite.CreateAsync(kind, host));
        await PlanSite.AddListingsAsync(made.Site);
        made.Id = PeopleSite.IdOf(await made.People.BeginAsync(made.People.North));
        await made.Site.RunAsync(made.FillAsync);
        return made;
    }

    /// <summary>Has the file made.</summary>
    public async Task<Answer> FileAsync(Visitor worker, bool json, string language, bool safeguarding)
        => await worker.SubmitAsync(
            await worker.GetAsync($"/workspace/people/{Id}/file"), "main form", [("Language", language), ("Json", json ? "true" : "false"), ("WithSafeguarding", safeguarding ? "true" : null)]);

    /// <summary>Every sealed value and every hash that there is of the person. The counts for reports are sealed too; they are of nobody and stay.</summary>
    public Task<List<string>> SealedAsync() => Site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var values = new List<string>();
        foreach (var (table, column) in Portal.Signposting.Services.Protection.Resealing.Columns(db.Model).Where(column => column.Table != "signposting_counted_months").Append(("signposting_people", "NhsHash")).Append(("signposting_people", "NameHash")).Append(("signposting_shares", "CodeHash")))
        {
#pragma warning disable EF1002 // The names come from the model.
            values.AddRange(await db.Database.SqlQueryRaw<string>($"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" <> ''").ToListAsync());
#pragma warning restore EF1002
        }

        return values;
    });

    private async Task FillAsync(IServiceProvider services)
    {
        var (db, texts, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<PrivateText>(), services.GetRequiredService<TimeProvider>());
        var hashes = await services.GetRequiredService<PersonLookup>().HashesAsync(new Who { NhsNumber = PeopleSite.Nhs }, default);
        var now = clock.GetUtcNow();
        var person = await db.Set<Person>().SingleAsync(row => row.Id == Id);
        WriteSections(person, texts);
        person.Write(texts, new Consents().Give(new Consent { Id = Ids.New(clock), Scope = Consent.Groups, GivenOn = new DateOnly(2026, 1, 2), How = "spoken" }));
        var referral = new Referral { Id = Ids.New(clock), Reference = "ABCD2345", Source = ReferralSource.Practice, DraftUntil = now, Language = "en", CreatedAt = now };
        referral.Write(texts, new ReferralContent
        {
            Referrer = new Referrer { Name = "Dr Snipeworth", Organisation = "Vexholme Surgery", Email = "gp@example.org" },
            Who = person.Read<Who>(texts),
            Reach = person.Read<Reach>(texts),
            Communication = person.Read<Communication>(texts),
            Reason = new Reason { Words = "Lonely since the fall" },
            Risks = person.Read<Risks>(texts),
            Agreement = new Agreement { IsGiven = true, TellsReferrer = true },
        });
        person.Keep(texts, new DateOnly(2040, 1, 1), "A complaint of Mrs Pettigrew");
        referral.Send(hashes, now.AddDays(-3));
        referral.Accept(Id, person.WorkerId!, now);
        db.Add(referral);
        AddWay(db, person, texts, clock);
        await AddPlanAsync(services, db, texts, clock, person.WorkerId!);
        await db.SaveChangesAsync();
    }

    private static void WriteSections(Person person, PrivateText texts)
    {
        person.Write(texts, person.Read<Who>(texts)! with { PreferredName = "Wimblethorpe" });
        person.Write(texts, new Reach { Phone = "07700 900461", Email = "zumbaflute@example.org", Best = "call", SafetyNote = "Grobblewick", Avoid = ["voicemail"] });
        person.Write(texts, new Communication { Reads = "en", Speaks = "Brindlespeak", Interpreter = Communication.Yes, Needs = ["large-print"], ReviewOn = TypedDate.Of(new DateOnly(2027, 1, 1)) });
        person.Write(texts, new Risks { Answer = Risks.Some, Items = [new Risk { What = "Thrumbledog", Since = TypedDate.Of(new DateOnly(2026, 2, 3)) }] });
        person.Write(texts, new HomeAddress { Line1 = "9 Plinketh Row", Postcode = "ZX9 9QQ", Kind = "home" });
        person.Write(texts, new GpPractice { Name = "Vexholme Surgery", Identifier = "X98765" });
        person.Write(texts, new AboutMe { Important = "Yodelcraft" });
        person.Write(texts, new Requirements { Mobility = "Ploverstick", Adjustments = "A quiet room", Impairments = "Hip", Other = "A chair with arms" });
        person.Write(texts, new Background { Sex = "female", EthnicGroup = "other", Ethnicity = "Glimmerfolk", Carer = "yes" });
        person.Write(texts, new Contacts { Items = [new RelevantContact { Name = "Auntie Fennelbrook", Is = ["carer"], May = ["dates"] }] });
        person.Write(texts, new Safeguarding { Items = [new Concern { What = "Wrothmere", On = TypedDate.Of(new DateOnly(2026, 5, 6)) }], LookedAfterFrom = TypedDate.Of(new DateOnly(1970, 1, 1)), LookedAfterUntil = TypedDate.Of(new DateOnly(1975, 1, 1)) });
        person.Write(texts, new Health { Issues = "Creakjoint", InOwnWords = "It creaks", Summary = "Dr Ledgerby says", Pregnancy = "not" });
        person.Write(texts, new SocialContext { Household = "Nine parakeets", Smoking = "stopped", SmokingStopped = TypedDate.Of(new DateOnly(2001, 1, 1)), Education = "Night school" });
        person.Write(texts, new CareServices { Items = [new CareService { Name = "Larkwing day centre", From = TypedDate.Of(new DateOnly(2025, 1, 1)), Authority = "Bradford" }] });
        person.Write(texts, new Particulars { PlaceOfBirth = "Upper Snoring", Immigration = "Settled", NameSuffix = "MBE", OtherIdentifiers = "Library 12\nGym 9" });
    }

    /// <summary>Where the person is on their way, and what the team said.</summary>
    private static void AddWay(PortalDbContext db, Person person, PrivateText texts, TimeProvider clock)
    {
        var (now, today) = (clock.GetUtcNow(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        db.Add(new PathwayEntry { Id = Ids.New(clock), PersonId = person.Id, Kind = PathwayEntryKind.Contact, On = today, At = now, WorkerId = person.WorkerId!, How = Contact.Ways[0], Result = Contact.Reached }.With(texts, "She was in the bath"));
        person.SetNext(texts, new NextStep(NextStep.Contact, today.AddDays(3), person.WorkerId, "Bring the tandem"));
        person.SetFlag(texts, "Talk about the ferret", person.WorkerId!, now);
        person.SetBelief(texts, bears: true, "Fridays are for the mosque");
        var meeting = new TeamMeeting { Id = Ids.New(clock), TeamId = person.TeamId!, On = today, At = new TimeOnly(10, 0), EveryWeeks = TeamMeeting.UsualWeeks };
        var item = new MeetingItem { Id = Ids.New(clock), MeetingId = meeting.Id, PersonId = person.Id, Reasons = [nameof(AgendaReason.Flagged)] };
        item.Write(texts, "Ferret agreed", "Ring the ferret man", now);
        meeting.Items.Add(item);
        db.Add(meeting);
    }

    /// <summary>The course of the plan: goals, who does what, how it went, and a letter that waits to be sent.</summary>
    private static void AddCourse(IServiceProvider services, Plan plan, PlanStep step, PrivateText texts, TimeProvider clock)
    {
        var (db, now) = (services.GetRequiredService<PortalDbContext>(), clock.GetUtcNow());
        plan.SetStrengths(texts, "Plays the kazoo");
        plan.SetHopes(texts, "Sing at the wedding");
        plan.SetAgreedWith(texts, "Sister Amaryllis");
        plan.AgreedOn = DateOnly.FromDateTime(now.UtcDateTime);
        plan.ReviewOn = plan.AgreedOn.Value.AddDays(40);
        var goal = plan.AddGoal(texts, Ids.New(clock), "Walk to the lock")!;
        goal.SetNeed(texts, "The stairs won");
        goal.SetSigns(texts, "Reach the bench");
        goal.SetOutcome(texts, "Reached the bench");
        goal.Importance = 8;
        step.GoalId = goal.Id;
        step.SetWho(texts, "Cousin Tolliver");
        step.SetWhen(texts, "After the wireless");
        step.Confidence = 6;
        var noted = new FollowUp { Id = Ids.New(clock), PlanId = plan.Id, StepId = step.Id, ById = plan.WorkerId, At = now, Attended = true, DidHelp = Helped.ALot };
        noted.SetWords(texts, "Knees sang");
        db.Add(noted);
        LetterLine[] lines = [new(LetterLineKind.Paragraph, "You did it, Wimblethorpe")];
        var letter = new ClosingLetter { Id = Ids.New(clock), PlanId = plan.Id, Language = "en", ById = plan.WorkerId, At = now };
        letter.SetLines(texts, lines);
        db.Add(letter);
        services.GetRequiredService<IMessageWriter>().Write(new LetterToWrite { About = plan.Id, To = "zumbaflute@example.org", Language = "en", Subject = "A letter", Lines = lines, IsQuiet = true, Heeded = "Grobblewick" });
    }

    private async Task AddPlanAsync(IServiceProvider services, PortalDbContext db, PrivateText texts, TimeProvider clock, string worker)
    {
        var (now, today) = (clock.GetUtcNow(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var plan = new Plan { Id = PlanId = Ids.New(clock), WorkerId = worker, PersonId = Id, Language = "en", CreatedAt = now };
        plan.SetName(texts, "Wimblethorpe");
        plan.SetMatters(texts, "Hum the old songs");
        plan.SetWishes(texts, new Wishes { Place = "ZX9 9QQ", Days = ["TU"] });
        var step = plan.AddStep(Ids.New(clock), StepKind.Listing, PlanSite.Choir)!;
        step.SetNote(texts, "Ask for the red door");
        AddCourse(services, plan, step, texts, clock);
        var share = new PlanShare { Id = Ids.New(clock), PlanId = plan.Id, CodeHash = PlanShare.HashOf(ShareCode), CreatedAt = now, LastDay = today.AddDays(30) };
        plan.Shares.Add(share);
        var withWord = new PlanShare { Id = Ids.New(clock), PlanId = plan.Id, CodeHash = PlanShare.HashOf(Ids.Secret(PlanShare.CodeLength)), CreatedAt = now, LastDay = today.AddDays(-1) };
        withWord.SetWord(texts, "budgie");
        plan.Shares.Add(withWord);
        plan.Touch(now);
        db.Add(plan);
        db.Add(new PlanOpening { Id = Ids.New(clock), ShareId = share.Id, At = now });
        var goal = new PersonAnswer { Id = Ids.New(clock), PlanId = plan.Id, Kind = PersonAnswerKind.Goal, At = now };
        goal.SetText(texts, "Paint the gate");
        db.Add(goal);
        db.Add(new PersonAnswer { Id = Ids.New(clock), PlanId = plan.Id, StepId = step.Id, Kind = PersonAnswerKind.Went, At = now });
        var asked = new Introduction { Id = Ids.New(clock), PlanId = plan.Id, StepId = step.Id, ListingId = PlanSite.Choir, Language = "en", AgreedOn = today, SentAt = now, ByPhone = false };
        asked.SetLetter(texts, new IntroductionLetter("Wimblethorpe", "en", "Through me", "Tell them Pipkin sent you"));
        db.Add(asked);
        services.GetRequiredService<IntroductionMail>().Ask("introduction", asked, new Portal.Directory.Contracts.GroupContact(PlanSite.Choir, "shipley-singers", "Shipley Singers", "en", ["choir@example.org"], false, null, null), null);
        asked.Take(texts, new GroupAnswer(IntroductionState.Accepted, null, null, null, "We saved a chair"), now);
    }
}
