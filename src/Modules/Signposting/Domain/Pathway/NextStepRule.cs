namespace Portal.Signposting.Domain.Pathway;

/// <summary>What a form suggests as the next step. The worker sees it and changes it as they like.</summary>
internal sealed class NextStepRule(PathwaySettings settings, WorkingDays days, DateOnly today)
{
    private const int SoonDays = 5;
    private const int LetterDays = 7;
    private const int ReviewDays = 20;

    /// <summary>For somebody taken on: a first contact, within the days that are hoped for since the referral.</summary>
    /// <param name="since">Day of the referral.</param>
    public (string Kind, DateOnly On) OnTakingOn(DateOnly since)
    {
        var wished = since.AddDays(settings.FirstContactDays);
        return (NextStep.Contact, days.OnOrAfter(wished < today ? today : wished));
    }

    /// <summary>After a contact: who was reached is met, or with a plan asked how it goes; who was not is tried again.</summary>
    public (string Kind, DateOnly On) AfterContact(string result, bool hasPlan) => result switch
    {
        Contact.Reached => hasPlan ? (NextStep.Review, days.After(today, ReviewDays)) : (NextStep.Meet, days.After(today, SoonDays)),
        Contact.WrongNumber => (NextStep.FindWay, days.After(today, 1)),
        Contact.Sent => (NextStep.Contact, days.After(today, LetterDays)),
        _ => (NextStep.Contact, days.After(today, settings.TryAgainDays)),
    };

    /// <summary>After a move, or when a record is taken up again: what was next stays; nothing, or something late, becomes a contact soon.</summary>
    public (string Kind, DateOnly On) AfterMove(string? kind, DateOnly? on)
        => kind is not null && on >= today ? (kind, on.Value) : (NextStep.Contact, days.After(today, SoonDays));
}
