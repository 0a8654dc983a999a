using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Rights;

/// <summary>Something on a person that is looked at when its time is over, and can be kept longer.</summary>
internal interface IKept
{
    string Id { get; }

    /// <summary>Until when it is kept longer; null when nobody said so.</summary>
    DateOnly? KeepUntil { get; }

    /// <summary>Says that it is kept until a day, and why.</summary>
    void Keep(PrivateText texts, DateOnly until, string reason);

    /// <summary>Why it is kept longer; null when nobody said so.</summary>
    string? KeepReason(PrivateText texts);
}
