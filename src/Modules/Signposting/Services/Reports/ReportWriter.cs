using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Services.Reports;

/// <summary>Writes the report of a period from the counted months, in the reader's language.</summary>
internal sealed class ReportWriter(ReportBooks books, PathwayRules rules, ReportWords names, IUnmetNeedCounts unmet, IDeprivation deprivation, PortalDbContext db, IStringLocalizer<ReportText> words)
{
    private const int MostUnmet = 30;

    /// <param name="team">Null for the whole service.</param>
    public async Task<Report> WriteAsync(ReportPeriod period, Team? team, CancellationToken cancellationToken)
    {
        var page = new Writing(
            await books.ReadAsync(period.Span, cancellationToken), period.Span, team?.Id, await rules.ReadAsync(cancellationToken), await unmet.NamesAsync(cancellationToken),
            await Setting.ReadAsync(db, Population.Name, new Population(), cancellationToken), await deprivation.SourceAsync(cancellationToken));
        List<ReportSection> sections =
        [
            Section("Referrals",
                Values(page, Measure.Referrals, Enum.GetNames<ReferralSource>()),
                Values(page, Measure.Decided, [Measure.Accepted, "declined"]),
                Values(page, Measure.Declined, Referral.Reasons),
                Values(page, Measure.Undecided, [])),
            Section("Waits", Waits(page)),
            Section("Contacts", Values(page, Measure.ContactsByWay, Contact.Ways), Values(page, Measure.ContactsByResult, Contact.Results)),
            Section("Stages", Values(page, Measure.Begun, []), Stages(page), Values(page, Measure.Ended, [.. page.Settings.ClosingReasons.Select(reason => reason.Key)])),
            Section("Signposts",
                Values(page, Measure.Plans, []),
                Values(page, Measure.Signposts, Enum.GetNames<StepKind>()),
                Values(page, Measure.Attended, [Measure.Yes, Measure.No]),
                Values(page, Measure.DidHelp, Enum.GetNames<Helped>()),
                Values(page, Measure.Said, [nameof(PersonAnswerKind.Went), nameof(PersonAnswerKind.RatherNot), nameof(PersonAnswerKind.CallMe)])),
            Section("Introductions",
                Values(page, Measure.Asked, []),
                Values(page, Measure.Answered, [nameof(IntroductionState.Accepted), nameof(IntroductionState.WaitingList), nameof(IntroductionState.Cannot)]),
                Days(page, "ToAnswer", [Measure.ToAnswer]),
                Values(page, Measure.Unanswered, [])),
            Section("Reach", [.. Population.Dimensions.Select(dimension => Reached(page, dimension.Key, dimension.Value))]),
        ];
        // A need nobody meets belongs to no team.
        if (team is null) sections.Add(Section("Unmet", Unmet(page, Measure.UnmetKinds), Unmet(page, Measure.UnmetAreas)));
        return new Report(period, names.Name(period), team?.Name, sections);
    }

    private ReportSection Section(string key, params ReportTable[] tables) => new(key.ToLowerInvariant(), words["Section." + key], tables);

    private ReportTable Table(string key, string note, IReadOnlyList<string> headings, IReadOnlyList<ReportRow> rows) => new(key, words[$"Table.{key}"], words[$"Table.{key}.Means"], note, headings, rows);

    /// <summary>A count by its values: those that are known, in their order, then what else was counted.</summary>
    private ReportTable Values(Writing page, string measure, IReadOnlyList<string> known)
    {
        var table = page.Tables.Of(page.Span, page.TeamId, measure);
        var more = known.Count == 0 ? [] : table.Parts.Keys.Where(value => !known.Contains(value, StringComparer.Ordinal));
        return Table(measure, "", [words["Number"]],
        [
            .. known.Concat(more).Select(value => new ReportRow(names.Value(measure, value, page.Settings, page.Kinds), [table.Of(value)])),
            new ReportRow(words["Total"], [table.Total.Shown], IsTotal: true),
        ]);
    }

    private ReportTable Waits(Writing page) => Days(page, "Waits", [Measure.ToDecision, Measure.ToContact, Measure.ToContactOwn, Measure.ToPlan, Measure.ToPlanOwn, Measure.StillWaiting]);

    private ReportTable Days(Writing page, string key, IReadOnlyList<string> measures) => Table(key, "", [words["Number"], words["Median"], words["Ninetieth"]],
    [
        .. measures.Select(measure =>
        {
            var (total, days) = (page.Tables.Of(page.Span, page.TeamId, measure).Total.Shown, page.Tables.DaysOf(page.Span, page.TeamId, measure));
            return new ReportRow(words["Row." + measure], total.IsHidden ? [total, Shown.Hidden, Shown.Hidden] : [total, Shown.DaysOf(days, 50), Shown.DaysOf(days, 90)]);
        }),
    ]);

    private ReportTable Stages(Writing page)
    {
        var (inIt, to, from) = (page.Tables.Of(page.Span, page.TeamId, Measure.InStage), page.Tables.Of(page.Span, page.TeamId, Measure.MovedTo), page.Tables.Of(page.Span, page.TeamId, Measure.MovedFrom));
        var known = page.Settings.Stages.Select(stage => stage.Key).ToList();
        var all = known.Concat(inIt.Parts.Keys.Concat(to.Parts.Keys).Concat(from.Parts.Keys).Except(known, StringComparer.Ordinal).Distinct(StringComparer.Ordinal));
        return Table(Measure.InStage, "", [words["Stage.AtEnd"], words["Stage.Came"], words["Stage.Left"]],
        [
            .. all.Select(stage => new ReportRow(names.Value(Measure.InStage, stage, page.Settings, page.Kinds), [inIt.Of(stage), to.Of(stage), from.Of(stage)])),
            new ReportRow(words["Total"], [inIt.Total.Shown, to.Total.Shown, from.Total.Shown], IsTotal: true),
        ]);
    }

    private ReportTable Reached(Writing page, string dimension, string measure)
    {
        var table = page.Tables.Of(page.Span, page.TeamId, measure);
        var unknown = table.Of(Measure.Unknown);
        var known = Shown.Without(table.Total.Shown, unknown);
        var counted = table.Parts.Keys.Where(value => value != Measure.Unknown);
        var values = Population.ValuesOf(dimension) is { Count: > 0 } all ? all : [.. counted.Concat(page.Population.Figures.GetValueOrDefault(dimension)?.Keys ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var hasPopulation = page.Population.Figures.ContainsKey(dimension);
        var note = hasPopulation ? words["Reach.Source", page.Population.Source].Value : words["Reach.NoPopulation"].Value;
        if (measure == Measure.Deprivation) note = $"{(page.Index is null ? words["Reach.NoDeprivation"].Value : words["Reach.DeprivationSource", page.Index].Value)} {note}";
        return Table(measure, note, hasPopulation ? [words["Number"], words["Share"], words["SharePopulation"]] : [words["Number"], words["Share"]],
        [
            .. values.Select(value => Row(names.Value(measure, value, page.Settings, page.Kinds), table.Of(value), Shown.Share(table.Of(value), known), page.Population.ShareOf(dimension, value))),
            Row(words["Unknown"], unknown, Shown.None, Shown.None),
            Row(words["Total"], table.Total.Shown, Shown.None, Shown.None) with { IsTotal = true },
        ]);

        ReportRow Row(string label, Shown number, Shown share, Shown population) => new(label, hasPopulation ? [number, share, population] : [number, share]);
    }

    /// <summary>The most wanted first, by what is shown of them, so that the order tells no more.</summary>
    private ReportTable Unmet(Writing page, string measure)
    {
        var table = page.Tables.Of(page.Span, page.TeamId, measure);
        var rows = table.Parts.Where(part => !part.Value.Shown.IsZero).Select(part => (Label: names.Value(measure, part.Key, page.Settings, page.Kinds), part.Value.Shown))
            .OrderByDescending(row => row.Shown.Rank).ThenBy(row => row.Label, StringComparer.CurrentCulture).Take(MostUnmet);
        return Table(measure, "", [words["Number"]], [.. rows.Select(row => new ReportRow(row.Label, [row.Shown])), new ReportRow(words["Total"], [table.Total.Shown], IsTotal: true)]);
    }

    private sealed record Writing(SafeTables Tables, Span Span, string? TeamId, PathwaySettings Settings, Func<string, string?> Kinds, Population Population, string? Index);
}
