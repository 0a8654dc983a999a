using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Introductions;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>The plans made with the person: steps, answers, introductions to groups, links and when they were opened.</summary>
internal sealed partial class PlansKept(
    PortalDbContext db, CourseKept course, PlanItems items, IntroductionWords introductionWords, IUsers users, PrivateText texts, DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<PersonText> person, IStringLocalizer<RightsText> words) : IKeptOnPeople
{
    public int Order => 3;

    public IReadOnlyList<Type> Kinds { get; } = [typeof(Plan), typeof(PlanStep), typeof(PlanShare), typeof(PlanOpening), typeof(PersonAnswer), typeof(Introduction), typeof(IntroductionLink), .. CourseKept.Kinds];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var plans = await db.Set<Plan>().AsNoTracking().Include(plan => plan.Steps).Include(plan => plan.Goals).Include(plan => plan.Shares).AsSplitQuery()
            .Where(plan => plan.PersonId == file.Person.Id).OrderBy(plan => plan.CreatedAt).ToListAsync(cancellationToken);
        var ids = plans.ConvertAll(plan => plan.Id);
        var introductions = (await db.Set<Introduction>().AsNoTracking().Where(one => ids.Contains(one.PlanId)).OrderBy(one => one.SentAt).ToListAsync(cancellationToken)).ToLookup(one => one.PlanId, StringComparer.Ordinal);
        var answers = (await db.Set<PersonAnswer>().AsNoTracking().Where(answer => ids.Contains(answer.PlanId)).OrderBy(answer => answer.At).ToListAsync(cancellationToken)).ToLookup(answer => answer.PlanId, StringComparer.Ordinal);
        var openings = (await db.Set<PlanOpening>().AsNoTracking().Join(db.Set<PlanShare>(), opening => opening.ShareId, share => share.Id, (opening, share) => new { share.PlanId, opening.At })
            .Where(opening => ids.Contains(opening.PlanId)).OrderBy(opening => opening.At).ToListAsync(cancellationToken)).ToLookup(opening => opening.PlanId, opening => opening.At, StringComparer.Ordinal);
        var workers = await users.FindAsync([.. plans.Select(plan => plan.WorkerId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var courses = await course.ReadAsync(ids, cancellationToken);
        var whole = new List<WholePlan>();
        foreach (var plan in plans)
            whole.Add(new WholePlan(plan, await items.ReadAsync(plan, cancellationToken), [.. introductions[plan.Id]], [.. answers[plan.Id]], [.. openings[plan.Id]], courses, workers.GetValueOrDefault(plan.WorkerId)?.Name));
        foreach (var plan in whole) file.Add(people["Person.PlanOf", dates.Date(dates.DateOf(plan.Plan.CreatedAt))], InWords(plan));
        file.Set("signpost_details", FileJson.Of(("signpost_details_record_entry", FileJson.List(whole.SelectMany(Signposts)))));
        file.Set("plan_and_requested_actions", FileJson.Of(("plan_and_requested_actions_record_entry", FileJson.List(whole.Select(plan => FileJson.Of(
            ("actions_for_person_or_their_carer", FileJson.Texts(plan.Items.Select(item => item.Title)))))))));
        file.Set("care_and_support_plan", FileJson.List(whole.Select(PlanJson)));
    }

    public Task EraseAsync(string personId, CancellationToken cancellationToken) => EraseAsync(db.Set<Plan>().Where(plan => plan.PersonId == personId), cancellationToken);

    /// <summary>Takes plans out of the database with everything that hangs on them.</summary>
    public async Task EraseAsync(IQueryable<Plan> plans, CancellationToken cancellationToken)
    {
        await EraseLettersAsync(plans, cancellationToken);
        await course.EraseAsync(plans, cancellationToken);
        var asked = db.Set<Introduction>().Where(one => plans.Any(plan => plan.Id == one.PlanId));
        await db.Set<IntroductionLink>().Where(link => asked.Any(one => one.Id == link.IntroductionId)).ExecuteDeleteAsync(cancellationToken);
        await asked.ExecuteDeleteAsync(cancellationToken);
        await db.Set<PersonAnswer>().Where(answer => plans.Any(plan => plan.Id == answer.PlanId)).ExecuteDeleteAsync(cancellationToken);
        var shares = db.Set<PlanShare>().Where(share => plans.Any(plan => plan.Id == share.PlanId));
        await db.Set<PlanOpening>().Where(opening => shares.Any(share => share.Id == opening.ShareId)).ExecuteDeleteAsync(cancellationToken);
        await shares.ExecuteDeleteAsync(cancellationToken);
        await db.Set<PlanStep>().Where(step => plans.Any(plan => plan.Id == step.PlanId)).ExecuteDeleteAsync(cancellationToken);
        await plans.ExecuteDeleteAsync(cancellationToken);
    }

    public Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken)
        => Hanging.MoveAsync(db.Set<Plan>(), fromId, toId, only, cancellationToken);

    /// <summary>Letters to groups name nobody, but their links led to the person. Only the hashes of these are kept, so the letters are read.</summary>
    private async Task EraseLettersAsync(IQueryable<Plan> plans, CancellationToken cancellationToken)
    {
        var hashes = (await db.Set<IntroductionLink>().Where(link => db.Set<Introduction>().Any(one => one.Id == link.IntroductionId && plans.Any(plan => plan.Id == one.PlanId)))
            .Select(link => link.CodeHash).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        if (hashes.Count == 0) return;
        var letters = await db.Set<OutboxMessage>().Where(message => message.Text.Contains("/introductions/")).Select(message => new { message.Id, message.Text }).ToListAsync(cancellationToken);
        var found = letters.Where(letter => LetterLink().Matches(letter.Text).Any(match => hashes.Contains(PlanShare.HashOf(match.Groups["code"].Value)))).Select(letter => letter.Id).ToList();
        await db.Set<OutboxMessage>().Where(message => found.Contains(message.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private List<SectionRow> InWords(WholePlan whole)
    {
        var (plan, rows) = (whole.Plan, new List<SectionRow>());
        if (whole.Worker is { } worker) rows.Add(new(people["Care.Worker"], worker));
        if (plan.Matters(texts) is { Length: > 0 } matters) rows.Add(new(words["File.Matters"], matters));
        rows.AddRange(course.Agreed(plan));
        foreach (var step in whole.Items)
        {
            rows.Add(new(words["File.Step"], string.Join('\n', new[] { step.Title, step.Note }.Concat(course.Lines(step, whole.Course, plan)).Where(line => line is { Length: > 0 }))));
            foreach (var asked in whole.Introductions.Where(one => one.StepId == step.Id)) rows.AddRange(InWords(asked, step.Title ?? ""));
        }

        rows.AddRange(whole.Answers.Select(answer => new SectionRow(words["File.Said", dates.Instant(answer.At)], answer.Kind == PersonAnswerKind.Goal ? answer.Text(texts) : person[$"Answer.{answer.Kind}"])));
        rows.AddRange(plan.Shares.OrderBy(share => share.CreatedAt).Select(share => new SectionRow(words["File.Link"], words["File.LinkTime", dates.Instant(share.CreatedAt), dates.Date(share.LastDay)], IsTyped: false)));
        rows.AddRange(whole.Openings.Select(at => new SectionRow(words["File.Opened"], dates.Instant(at), IsTyped: false)));
        rows.AddRange(course.Letters(plan, whole.Course));
        if (plan.SealedWishes is not null) rows.Add(new(words["File.Wishes"], WishLines(plan)));
        return rows;
    }

    private IEnumerable<SectionRow> InWords(Introduction asked, string group)
    {
        yield return new(words["File.Told", dates.Instant(asked.SentAt)], string.Join('\n', introductionWords.Letter(asked.Letter(texts), group, null, asked.Language)));
        yield return new(words["File.GroupSaid"], string.Join('\n', new[] { introductionWords.State(asked), asked.Words(texts) }.Where(line => line.Length > 0)));
    }

    private string WishLines(Plan plan)
    {
        var wishes = plan.Wishes(texts);
        return string.Join('\n', new[] { string.Join(", ", wishes.Needs.Concat(wishes.Activities)), wishes.Place, string.Join(", ", wishes.Days.Concat(wishes.Times)), string.Join(", ", wishes.Languages), string.Join(", ", wishes.Access.Concat(wishes.Audiences)), wishes.Faith }
            .Where(line => line is { Length: > 0 }));
    }

    private IEnumerable<JsonNode?> Signposts(WholePlan whole) => whole.Items.Where(item => item.Kind == StepKind.Listing).Select(item =>
    {
        var asked = whole.Introductions.LastOrDefault(one => one.StepId == item.Id);
        return FileJson.Of(
            ("date", FileJson.Date(dates.DateOf(asked?.SentAt ?? whole.Plan.CreatedAt))),
            ("signpost_to", FileJson.Of(("service", FileJson.Words(item.Title)))),
            ("reason_for_signpost", FileJson.Words(whole.Plan.Matters(texts))));
    });

    private JsonObject? PlanJson(WholePlan whole)
    {
        var plan = whole.Plan;
        return FileJson.Of(
            ("strengths", course.Strengths(plan)),
            ("needs_concerns_or_problems", FileJson.List(
            [
                FileJson.Of(
                    ("free_text", FileJson.Text(plan.Matters(texts))),
                    ("goals_and_hopes", FileJson.List(
                    [
                        FileJson.Words(plan.Hopes(texts)),
                        .. whole.Answers.Where(answer => answer.Kind == PersonAnswerKind.Goal && answer.TakenBackAt is null).Select(answer => FileJson.Words(answer.Text(texts))),
                        FileJson.Of(("actions_and_activities", FileJson.List(course.OtherActions(plan, whole.Items)))),
                    ]))),
                .. course.Needs(plan, whole.Items),
            ])),
            ("agreed_with_person_or_legitimate_representative", course.AgreedWith(plan)),
            ("date_this_plan_was_last_updated", FileJson.Date(dates.DateOf(plan.ChangedAt))),
            ("planned_review_date_interval", plan.ReviewOn is { } review ? FileJson.Date(review) : null),
            ("responsibility_for_review", FileJson.Of(("name", FileJson.Text(whole.Worker)))),
            ("portal", FileJson.Of(
                ("name", FileJson.Text(plan.Name(texts))),
                ("language", FileJson.Text(plan.Language)),
                ("begun_at", FileJson.Instant(plan.CreatedAt)),
                ("closed_at", plan.ClosedAt is { } closed ? FileJson.Instant(closed) : null),
                ("agreed_on", plan.AgreedOn is { } agreed ? FileJson.Date(agreed) : null),
                ("follow_ups", course.FollowUps(plan, whole.Course)),
                ("letters", course.LettersJson(plan, whole.Course)),
                ("wishes", plan.SealedWishes is null ? null : System.Text.Json.JsonSerializer.SerializeToNode(plan.Wishes(texts), PortalJson.Options)),
                ("introductions", FileJson.List(whole.Introductions.Select(Introduced))),
                ("answers", FileJson.List(whole.Answers.Select(answer => FileJson.Of(
                    ("at", FileJson.Instant(answer.At)), ("kind", FileJson.Text(answer.Kind.ToString())), ("text", FileJson.Text(answer.Text(texts))), ("taken_back_at", answer.TakenBackAt is { } back ? FileJson.Instant(back) : null))))),
                ("links", FileJson.List(plan.Shares.Select(share => FileJson.Of(("made_at", FileJson.Instant(share.CreatedAt)), ("last_day", FileJson.Date(share.LastDay)), ("stopped_at", share.EndedAt is { } ended ? FileJson.Instant(ended) : null))))),
                ("opened_at", FileJson.List(whole.Openings.Select(FileJson.Instant))))));
    }

    private JsonObject? Introduced(Introduction asked)
    {
        var letter = asked.Letter(texts);
        return FileJson.Of(
            ("sent_at", FileJson.Instant(asked.SentAt)),
            ("agreed_on", FileJson.Date(asked.AgreedOn)),
            ("told", FileJson.Of(("name", FileJson.Text(letter.Name)), ("language", FileJson.Text(letter.Language)), ("reach", FileJson.Text(letter.Reach)), ("note", FileJson.Text(letter.Note)))),
            ("state", FileJson.Text(asked.State.ToString())),
            ("answer", FileJson.Text(asked.Words(texts))),
            ("answered_at", asked.AnsweredAt is { } at ? FileJson.Instant(at) : null));
    }

    private sealed record WholePlan(Plan Plan, IReadOnlyList<StepItem> Items, IReadOnlyList<Introduction> Introductions, IReadOnlyList<PersonAnswer> Answers, IReadOnlyList<DateTimeOffset> Openings, PlanCourse Course, string? Worker);

    [GeneratedRegex("/introductions/(?<code>[0-9a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LetterLink();
}
