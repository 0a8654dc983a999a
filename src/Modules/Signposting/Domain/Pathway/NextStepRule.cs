namespace Portal.Signposting.Domain.Pathway;

/// <summary>What a form suggests as the next step. The worker sees it and changes it as they like.</summary>
internal static class NextStepRule
{
    private const int SoonDays = 5;
    private const int LetterDays = 7;
    private const int ReviewDays = 20;

    /// <summary>For somebody taken on: a first contact, within the days that are hoped for since the referral.</summary>
    /// <param name="since">Day of the referral.</param>
    public static (string Kind, DateOnly On) OnTakingOn(DateOnly since, PathwaySettings settings, DateOnly today)
    {
        var wished = since.AddDays(settings.FirstContactDays);
        return (NextStep.Contact, WorkingDays.OnOrAfter(wished < today ? today : wished));
    }

    /// <summary>After a contact: who was reached is met, or with a plan asked how it goes; who was not is tried again.</summary>
    public static (string Kind, DateOnly On) AfterContact(string result, bool hasPlan, PathwaySettings settings, DateOnly today) => result switch
    {
        Contact.Reached => hasPlan ? (NextStep.Review, WorkingDays.After(today, ReviewDays)) : (NextStep.Meet, WorkingDays.After(today, SoonDays)),
        Contact.WrongNumber => (NextStep.FindWay, WorkingDays.After(today, 1)),
        Contact.Sent => (NextStep.Contact, WorkingDays.After(today, LetterDays)),
        _ => (NextStep.Contact, WorkingDays.After(today, settings.TryAgainDays)),
    };

    /// <summary>After a move, or when a record is taken up again: what was next stays; nothing, or something late, becomes a contact soon.</summary>
    public static (string Kind, DateOnly On) AfterMove(string? kind, DateOnly? on, DateOnly today)
        => kind is not null && on >= today ? (kind, on.Value) : (NextStep.Contact, WorkingDays.After(today, SoonDays));
}
