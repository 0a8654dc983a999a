using Portal.Search.Contracts;

namespace Portal.Signposting.Domain.Matching;

/// <summary>
/// How well a group suits what a person wishes: a sum of points, one line for each criterion, each of which the page can say in
/// words. See <c>docs/matching.md</c>, which has the same table; nothing else has a part in the order.
/// </summary>
/// <param name="staleAfterDays">After how many days without a word from the group its page warns its readers.</param>
internal sealed class MatchRule(Wishes wishes, MatchQuestions asked, DateOnly today, int staleAfterDays)
{
    /// <summary>How far one goes on foot, by bus, with a lift, in miles.</summary>
    public static double MilesOf(Travel reach) => reach switch { Travel.Walk => 1, Travel.Bus => 5, Travel.Lift => 10, _ => double.PositiveInfinity };

    /// <summary>Confirmed so many days ago or less is fresh.</summary>
    public const int FreshDays = 60;

    private const int MostNeedsCounted = 2;
    private const double FarthestThatCounts = 100;

    /// <summary>Where a group stands among others: its points, and among those with as many the nearer first. Null when it is left out.</summary>
    public double? Order(ScannedItem group)
    {
        var points = 0;
        for (var criterion = Criterion.Need; criterion <= Criterion.Freshness; criterion++)
        {
            var finding = Look(criterion, group);
            if (finding.Verdict == Verdict.Excludes) return null;
            points += finding.Points;
        }

        return points + ((FarthestThatCounts - Math.Min(group.Miles ?? FarthestThatCounts, FarthestThatCounts)) / FarthestThatCounts * 0.9);
    }

    /// <summary>What was found for each criterion of which there is something to say.</summary>
    public IReadOnlyList<Finding> Explain(ScannedItem group)
        => [.. Enum.GetValues<Criterion>().Select(criterion => Look(criterion, group)).Where(finding => finding.Verdict != Verdict.Silent)];

    private Finding Look(Criterion criterion, ScannedItem group) => criterion switch
    {
        Criterion.Need => Need(group),
        Criterion.When => When(group),
        Criterion.Reach => InReach(group),
        Criterion.Language => Language(group),
        Criterion.Access => Access(group),
        Criterion.Cost => Cost(group),
        Criterion.Audience => Audience(group),
        Criterion.Readiness => Ready(group),
        Criterion.Room => Room(group),
        _ => Freshness(group),
    };

    private Finding Need(ScannedItem group)
    {
        if (asked.Needs == 0) return default;
        var found = group.Has & asked.Needs;
        return found == 0
            ? new Finding(Criterion.Need, Verdict.Excludes, 0)
            : new Finding(Criterion.Need, Verdict.Fits, 30 * Math.Min(MostNeedsCounted, (int)UInt128.PopCount(found)), found);
    }

    private Finding When(ScannedItem group)
    {
        if (asked.Slots == 0) return default;
        if ((group.Has & asked.Slots) is var found && found != 0) return new Finding(Criterion.When, Verdict.Fits, 25, found);
        return (group.Has & asked.AnySlot) == 0 ? new Finding(Criterion.When, Verdict.Unknown, -5) : new Finding(Criterion.When, Verdict.Against, -25);
    }

    private Finding InReach(ScannedItem group)
    {
        if (wishes.Reach == Travel.Home) return group.Anywhere ? new Finding(Criterion.Reach, Verdict.Partly, 20) : new Finding(Criterion.Reach, Verdict.Excludes, 0);
        if (wishes.Place is null) return default;
        var reach = MilesOf(wishes.Reach == Travel.Unknown ? Travel.Bus : wishes.Reach);
        if (group.Miles is not { } miles) return group.Anywhere ? new Finding(Criterion.Reach, Verdict.Partly, 5) : new Finding(Criterion.Reach, Verdict.Unknown, -5);
        if (miles <= reach) return new Finding(Criterion.Reach, Verdict.Fits, miles <= reach / 2 ? 20 : 15);
        if (group.Anywhere) return new Finding(Criterion.Reach, Verdict.Partly, 5);
        return miles <= reach * 2 ? new Finding(Criterion.Reach, Verdict.Against, -15) : new Finding(Criterion.Reach, Verdict.Excludes, 0);
    }

    private Finding Language(ScannedItem group)
    {
        if (asked.Languages == 0) return default;
        if ((group.Has & asked.Languages) is var found && found != 0) return new Finding(Criterion.Language, Verdict.Fits, 20, found);
        return (group.Has & asked.AnyLanguage) == 0 ? new Finding(Criterion.Language, Verdict.Unknown, -5) : new Finding(Criterion.Language, Verdict.Against, -20);
    }

    /// <summary>Pages name what there is, never what there is not: what is missing is not known.</summary>
    private Finding Access(ScannedItem group)
    {
        if (asked.Access == 0) return default;
        var (found, missing) = (group.Has & asked.Access, asked.Access & ~group.Has);
        var points = 8 * ((int)UInt128.PopCount(found) - (int)UInt128.PopCount(missing));
        return missing == 0 ? new Finding(Criterion.Access, Verdict.Fits, points, found) : new Finding(Criterion.Access, Verdict.Unknown, points, missing);
    }

    private Finding Cost(ScannedItem group)
    {
        if ((group.Has & asked.Free) != 0) return new Finding(Criterion.Cost, Verdict.Fits, wishes.Purse == Purse.Any ? 0 : 10);
        if (wishes.Purse == Purse.Any) return new Finding(Criterion.Cost, Verdict.Partly, 0);
        if ((group.Has & (asked.Donation | (wishes.Purse == Purse.Little ? asked.SmallPrice : 0))) != 0) return new Finding(Criterion.Cost, Verdict.Partly, 5);
        return wishes.Purse == Purse.FreeOnly ? new Finding(Criterion.Cost, Verdict.Excludes, 0) : new Finding(Criterion.Cost, Verdict.Against, -10);
    }

    private Finding Audience(ScannedItem group)
    {
        if (asked.Audiences == 0) return default;
        if ((group.Has & asked.Audiences) is var found && found != 0) return new Finding(Criterion.Audience, Verdict.Fits, 15, found);
        if (wishes.OnlyTheseAudiences) return new Finding(Criterion.Audience, Verdict.Excludes, 0);
        var isForOthers = (group.Has & asked.AnyAudience) != 0 && (group.Has & asked.Everyone) == 0;
        return isForOthers ? new Finding(Criterion.Audience, Verdict.Against, -15) : default;
    }

    /// <summary>Pages do not say how many come. Who meets one person first is helped by a phone line, or by somebody to ask for.</summary>
    private Finding Ready(ScannedItem group)
    {
        if (wishes.Readiness == Readiness.Any) return default;
        if (wishes.Readiness == Readiness.OneToOne && (group.Has & asked.ByPhone) != 0) return new Finding(Criterion.Readiness, Verdict.Partly, 10);
        return (group.Has & asked.NamedContact) != 0 ? new Finding(Criterion.Readiness, Verdict.Fits, 5) : new Finding(Criterion.Readiness, Verdict.Unknown, -5);
    }

    private Finding Room(ScannedItem group)
    {
        if (group.Rests || (group.Has & asked.Full) != 0) return new Finding(Criterion.Room, Verdict.Against, -20);
        return (group.Has & asked.WaitingList) != 0 ? new Finding(Criterion.Room, Verdict.Against, -10) : default;
    }

    private Finding Freshness(ScannedItem group) => (today.DayNumber - group.AssuredOn?.DayNumber) switch
    {
        null => new Finding(Criterion.Freshness, Verdict.Unknown, -10),
        var days when days > staleAfterDays => new Finding(Criterion.Freshness, Verdict.Against, -10),
        <= FreshDays => new Finding(Criterion.Freshness, Verdict.Fits, 5),
        _ => new Finding(Criterion.Freshness, Verdict.Partly, 0),
    };
}
