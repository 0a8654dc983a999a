namespace Portal.Signposting.Domain;

/// <summary>What a plan waits for.</summary>
internal enum NextThing
{
    /// <summary>It has no step yet.</summary>
    ChooseSteps,

    /// <summary>Nobody can read it yet.</summary>
    Share,

    /// <summary>Its link has run out.</summary>
    RenewLink,

    /// <summary>Its link runs out in a few days.</summary>
    LinkEndsSoon,

    /// <summary>The person has not opened it yet.</summary>
    WaitForOpening,

    /// <summary>The person has it.</summary>
    AskHowItGoes,

    /// <summary>It was put away as done.</summary>
    Nothing,
}

/// <summary>How far a plan has come.</summary>
/// <param name="Steps">Number of its steps.</param>
/// <param name="LastDay">Last day of the link that works longest, not counting those that were stopped; null when there is none.</param>
/// <param name="Openings">How often these links were opened.</param>
/// <param name="IsClosed">Whether it was put away as done.</param>
internal sealed record PlanProgress(int Steps, DateOnly? LastDay, int Openings, bool IsClosed)
{
    private const int SoonInDays = 3;

    /// <summary>How far a plan has come of which everything is read.</summary>
    public static PlanProgress Of(Plan plan)
    {
        var links = plan.Shares.Where(share => share.EndedAt is null).ToList();
        return new(plan.StepsInOrder.Count(), links.Count == 0 ? null : links.Max(share => share.LastDay), links.Sum(share => share.Openings), plan.ClosedAt is not null);
    }

    /// <summary>The next thing to do on a day.</summary>
    public NextThing Next(DateOnly today)
    {
        if (IsClosed) return NextThing.Nothing;
        if (LastDay is { } lastDay)
        {
            if (lastDay < today) return NextThing.RenewLink;
            if (lastDay < today.AddDays(SoonInDays)) return NextThing.LinkEndsSoon;
            return Openings == 0 ? NextThing.WaitForOpening : NextThing.AskHowItGoes;
        }

        return Steps == 0 ? NextThing.ChooseSteps : NextThing.Share;
    }
}
