using Portal.Platform.Data;

namespace Portal.Signposting.Domain.Rights;

/// <summary>
/// What is left of a record that was erased, so that the figures of past years stay right: counts, codes, months and an age band. Nothing
/// leads back to the person: not the id, no hash, no day, no place.
/// </summary>
internal sealed class Remains : IBehindTheScenes
{
    /// <summary>Random; not the id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>First day of the month in which the record was begun.</summary>
    public required DateOnly BegunIn { get; init; }

    /// <summary>First day of the month in which it was finished; null when it was not.</summary>
    public DateOnly? ClosedIn { get; init; }

    /// <summary>First day of the month in which it was erased.</summary>
    public required DateOnly ErasedIn { get; init; }

    /// <summary>Age at the beginning, in bands of ten years: <c>60-69</c>; null when the date of birth was not known.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Who sent the first referral, see <see cref="Referrals.ReferralSource"/>; null when there was none.</summary>
    public string? Source { get; init; }

    /// <summary>SNOMED CT code of the first referral.</summary>
    public string? Code { get; init; }

    /// <summary>Days from the first referral to the decision.</summary>
    public int? DaysWaited { get; init; }

    /// <summary>Days from the referral, or from the beginning of the record, to the first contact that succeeded; null when none did.</summary>
    public int? DaysToContact { get; init; }

    /// <summary>Contacts that succeeded.</summary>
    public required int Contacts { get; init; }

    /// <summary>Key of the last stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Key of the reason for which care ended.</summary>
    public string? ClosedFor { get; init; }

    public required int Plans { get; init; }

    /// <summary>Steps that led to a group.</summary>
    public required int Signposts { get; init; }

    /// <summary>Introductions that were accepted; likewise the others.</summary>
    public required int Accepted { get; init; }

    public required int OnWaitingList { get; init; }

    public required int Refused { get; init; }

    public required int Unanswered { get; init; }

    /// <summary>Times that a step was said to have helped.</summary>
    public required int Helped { get; init; }

    /// <summary>The band of ten years an age lies in; the oldest share one.</summary>
    public static string? BandOf(int? age) => age switch
    {
        null => null,
        < 18 => "0-17",
        < 30 => "18-29",
        >= 90 => "90+",
        { } years => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{years / 10 * 10}-{(years / 10 * 10) + 9}"),
    };

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
