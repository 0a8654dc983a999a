using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.People;

/// <summary>Where the person is on their way through the service. Plain are only codes, dates and workers, which the board and the reports ask for.</summary>
internal sealed partial class Person
{
    /// <summary>Key of the stage; empty in records older than pathways, which are in the first.</summary>
    public string Stage { get; private set; } = "";

    public DateTimeOffset StageSince { get; private set; }

    /// <summary>Since when the person waits for a first contact: when the referral came, or else when the record was begun.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>Of <see cref="NextStep.Kinds"/>; null when no next step is set.</summary>
    public string? NextKind { get; private set; }

    public DateOnly? NextOn { get; private set; }

    /// <summary>User id of who takes the next step.</summary>
    public string? NextWorkerId { get; private set; }

    public string? SealedNextNote { get; private set; }

    /// <summary>First day after a break; a day that has come means that there is none.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>Day of the first contact that succeeded.</summary>
    public DateOnly? FirstReachedOn { get; private set; }

    /// <summary>Day of the last one.</summary>
    public DateOnly? LastReachedOn { get; private set; }

    /// <summary>Key of the reason for which care ended.</summary>
    public string? ClosedFor { get; private set; }

    /// <summary>Counts what happened on the way, so that a page that was open for long puts nothing back.</summary>
    public int PathChanges { get; private set; }

    public bool IsPausedOn(DateOnly today) => PausedUntil > today;

    /// <summary>The next step; null when none is set.</summary>
    public NextStep? Next(PrivateText texts)
        => NextOn is { } on ? new NextStep(NextKind!, on, NextWorkerId, SealedNextNote is null ? "" : texts.Open(SealedNextNote, Id, nameof(SealedNextNote))) : null;

    /// <summary>Puts the person at the beginning of the way.</summary>
    /// <param name="since">When the referral came, or now.</param>
    public void BeginPath(string stage, DateTimeOffset since, DateTimeOffset now)
    {
        (Stage, StageSince, WaitingSince) = (stage, now, since);
        (FirstReachedOn, LastReachedOn, PausedUntil) = (null, null, null);
        PathChanges++;
    }

    /// <summary>Sets what is next. False when it is so already.</summary>
    public bool SetNext(PrivateText texts, NextStep step)
    {
        if (Next(texts) == step) return false;
        (NextKind, NextOn, NextWorkerId) = (step.Kind, step.On, step.WorkerId);
        SealedNextNote = step.Note.Length == 0 ? null : texts.Seal(step.Note, Id, nameof(SealedNextNote));
        PathChanges++;
        return true;
    }

    /// <summary>Notes a contact.</summary>
    public void Log(Contact contact)
    {
        PathChanges++;
        if (contact.Result != Contact.Reached) return;
        if (FirstReachedOn is null || contact.On < FirstReachedOn) FirstReachedOn = contact.On;
        if (LastReachedOn is null || contact.On > LastReachedOn) LastReachedOn = contact.On;
    }

    /// <summary>
    /// Takes a contact back that was logged by mistake: what was next before is next again, unless something else happened since, and with it goes the wish
    /// to talk about the person that was written down together with it.
    /// </summary>
    /// <param name="reached">The days of the other contacts that succeeded since the person began to wait.</param>
    public void TakeBack(PrivateText texts, PathwayEntry contact, IReadOnlyCollection<DateOnly> reached)
    {
        if (contact.PathChanges == PathChanges)
        {
            if (contact.Before(texts) is { } before) SetNext(texts, before);
            else (NextKind, NextOn, NextWorkerId, SealedNextNote) = (null, null, null, null);
        }

        if (contact.Result == Contact.Reached) (FirstReachedOn, LastReachedOn) = (reached.Min(day => (DateOnly?)day), reached.Max(day => (DateOnly?)day));
        if (FlaggedAt == contact.At) Unflag();
        PathChanges++;
    }

    /// <summary>Moves the person into another stage. False when they are in it.</summary>
    public bool MoveTo(string stage, DateTimeOffset now)
    {
        if (Stage == stage) return false;
        (Stage, StageSince) = (stage, now);
        PathChanges++;
        return true;
    }

    /// <summary>Begins a break, or changes its end.</summary>
    public bool Pause(DateOnly until)
    {
        if (PausedUntil == until) return false;
        PausedUntil = until;
        PathChanges++;
        return true;
    }

    /// <summary>Ends a break before its day. False when there is none.</summary>
    public bool Resume(DateOnly today)
    {
        if (!IsPausedOn(today)) return false;
        PausedUntil = null;
        PathChanges++;
        return true;
    }

    /// <summary>Puts the record away as finished, for a reason. Nothing is next any more.</summary>
    public bool Close(string reason, DateTimeOffset now)
    {
        if (ClosedAt is not null) return false;
        (ClosedAt, ClosedFor) = (now, reason);
        (NextKind, NextOn, NextWorkerId, SealedNextNote, PausedUntil) = (null, null, null, null, null);
        PathChanges++;
        return true;
    }

    /// <summary>Takes a finished record up again.</summary>
    public bool Reopen()
    {
        if (ClosedAt is null) return false;
        (ClosedAt, ClosedFor) = (null, null);
        PathChanges++;
        return true;
    }

    /// <summary>The next step goes to the new worker where it was the old one's, or nobody's.</summary>
    private void HandOver(string? oldWorker)
    {
        if (NextOn is not null && (NextWorkerId is null || NextWorkerId == oldWorker)) NextWorkerId = WorkerId;
    }
}
