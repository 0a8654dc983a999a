using System.Linq.Expressions;

namespace Portal.Directory.Domain;

/// <summary>How surely a page is still right. Each is worse than the one before.</summary>
internal enum FreshnessState
{
    /// <summary>Somebody who runs the group said not long ago that it is right.</summary>
    Fresh,

    /// <summary>It is time to ask again.</summary>
    Due,

    /// <summary>Nobody has said so for long: the page says that, and comes later in the search.</summary>
    Stale,

    /// <summary>Nobody has said so for very long: the search does not show it.</summary>
    Hidden,
}

/// <summary>What is known of when a page was right.</summary>
/// <param name="AssuredOn">When somebody last said so; null for never.</param>
/// <param name="AddedOn">Day it came into the directory, which counts where nobody ever has.</param>
/// <param name="BackOn">See <see cref="ListingFacts.BackOn"/>.</param>
/// <param name="IsPaused">True during a break of which nobody knows the end.</param>
internal readonly record struct FreshnessFacts(DateOnly? AssuredOn, DateOnly AddedOn, DateOnly? BackOn, bool IsPaused);

/// <summary>The rules by which a page is fresh, asked about, stale and hidden, on one day.</summary>
internal sealed class Freshness(FreshnessSettings settings, DateOnly today)
{
    /// <summary>So many days before a group is back from a break it is asked whether that still holds.</summary>
    public const int BeforeRestartDays = 14;

    /// <summary>Who is written to anyway is asked about groups that become due within so many days too: one letter, not several.</summary>
    public const int TogetherDays = 14;

    public FreshnessSettings Settings { get; } = settings;

    public DateOnly Today { get; } = today;

    /// <summary>
    /// The day from which silence counts: when it was last said to be right. A break that was announced does not count
    /// against a group: on the day it is back it is as if it had been confirmed just so long ago that it is asked the day after.
    /// </summary>
    public DateOnly Since(FreshnessFacts facts)
    {
        var said = facts.AssuredOn ?? facts.AddedOn;
        return facts.BackOn?.AddDays(-Settings.AskAfterDays) is { } afterBreak && afterBreak > said ? afterBreak : said;
    }

    public FreshnessState StateOf(FreshnessFacts facts) => (Today.DayNumber - Since(facts).DayNumber) switch
    {
        var days when days > Settings.HideAfterDays && HasSettled(facts) => FreshnessState.Hidden,
        var days when days > Settings.StaleAfterDays => FreshnessState.Stale,
        var days when days > Settings.AskAfterDays => FreshnessState.Due,
        _ => FreshnessState.Fresh,
    };

    /// <summary>
    /// False for a page that came not long ago, perhaps from elsewhere with an old date. It is not hidden, moderators are not bothered with it, and the address
    /// on it is not written to: otherwise an import would do all of that to thousands at once.
    /// </summary>
    public bool HasSettled(FreshnessFacts facts) => Today.DayNumber - facts.AddedOn.DayNumber > Settings.AskAfterDays;

    /// <summary>True where the page warns its readers: nobody has said for long, or ever, that it is right.</summary>
    public bool Warns(FreshnessFacts facts) => facts.AssuredOn is null || StateOf(facts) >= FreshnessState.Stale;

    /// <summary>True when those who keep the page are to be written to.</summary>
    /// <param name="askedOn">When they last were; null for never.</param>
    public bool IsToBeAsked(FreshnessFacts facts, DateOnly? askedOn)
    {
        if (!MayBeAskedAgain(askedOn)) return false;
        if (SeasonalBreak.IsOn(facts.BackOn, Today)) return IsToBeAskedBeforeRestart(facts, facts.BackOn!.Value.AddDays(-BeforeRestartDays), askedOn);
        return StateOf(facts) switch
        {
            FreshnessState.Fresh => false,
            FreshnessState.Due => !facts.IsPaused,
            FreshnessState.Stale => true,
            // One last letter says that it is not shown any more.
            _ => askedOn is null || askedOn < Since(facts).AddDays(Settings.HideAfterDays + 1),
        };
    }

    /// <summary>The same, for whoever is written to today anyway.</summary>
    public bool IsToBeAskedSoon(FreshnessFacts facts, DateOnly? askedOn)
        => MayBeAskedAgain(askedOn) && !SeasonalBreak.IsOn(facts.BackOn, Today) && new Freshness(Settings, Today.AddDays(TogetherDays)).IsToBeAsked(facts, askedOn);

    /// <summary>Listings, for the database, of which nobody has said anything for more than so many days: those for which <see cref="Since"/> lies before.</summary>
    /// <param name="startOf">The instant at which a day begins for the tenant.</param>
    public Expression<Func<Listing, bool>> SilentFor(int days, Func<DateOnly, DateTimeOffset> startOf)
    {
        var limit = Today.AddDays(-days);
        var added = startOf(limit);
        var back = limit.AddDays(Settings.AskAfterDays);
        return listing => (listing.AssuredOn < limit || (listing.AssuredOn == null && listing.AddedAt < added)) && (listing.BackOn == null || listing.BackOn < back);
    }

    /// <summary>Listings, for the database, for which <see cref="HasSettled"/>.</summary>
    /// <param name="startOf">The instant at which a day begins for the tenant.</param>
    public Expression<Func<Listing, bool>> Settled(Func<DateOnly, DateTimeOffset> startOf)
    {
        var added = startOf(Today.AddDays(-Settings.AskAfterDays));
        return listing => listing.AddedAt < added;
    }

    private bool IsToBeAskedBeforeRestart(FreshnessFacts facts, DateOnly from, DateOnly? askedOn)
        => Today >= from && (facts.AssuredOn is null || facts.AssuredOn < from) && (askedOn is null || askedOn < from);

    private bool MayBeAskedAgain(DateOnly? askedOn) => askedOn is not { } last || Today.DayNumber - last.DayNumber >= Settings.RemindEveryDays;
}
