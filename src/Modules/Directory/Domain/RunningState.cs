namespace Portal.Directory.Domain;

/// <summary>What the facts of a group are when it takes a break, stops, or meets again.</summary>
internal static class RunningState
{
    /// <summary>It takes a break.</summary>
    /// <param name="backOn">First day after it; null where nobody knows.</param>
    public static ListingFacts Pause(ListingFacts facts, DateOnly? backOn)
        => Shown(facts) with { BackOn = backOn, Places = backOn is null ? Places.Paused : Open(facts.Places) };

    /// <summary>It has stopped: that hides the page.</summary>
    public static ListingFacts Stop(ListingFacts facts, DateOnly today)
        => facts with { Published = false, StoppedOn = facts.StoppedOn ?? today, BackOn = null, Places = Open(facts.Places) };

    /// <summary>It meets.</summary>
    public static ListingFacts Meet(ListingFacts facts) => Shown(facts) with { BackOn = null, Places = Open(facts.Places) };

    /// <summary>Only what stopped comes back by itself.</summary>
    private static ListingFacts Shown(ListingFacts facts) => facts.StoppedOn is null ? facts : facts with { Published = true, StoppedOn = null };

    private static Places Open(Places places) => places == Places.Paused ? Places.Open : places;
}
