using System.Text.Json;
using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.People;

/// <summary>
/// The record of somebody who is helped. Every section is sealed as one document; in plain stand only what has to be queried
/// and gives nobody away.
/// </summary>
internal sealed partial class Person : IBehindTheScenes
{
    public required string Id { get; init; }

    /// <summary>The team that looks after the person; null when it is one worker alone.</summary>
    public string? TeamId { get; private set; }

    /// <summary>User id of the worker; null while nobody has been chosen.</summary>
    public string? WorkerId { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was put away as finished; null while the person is helped.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Id of the record of the same person that this one went into; null for one of its own.</summary>
    public string? MergedIntoId { get; private set; }

    /// <summary>A finished record is not looked at again before this day; null when nobody said so.</summary>
    public DateOnly? KeepUntil { get; private set; }

    /// <summary>Why it is kept so long.</summary>
    public string? SealedKeepReason { get; private set; }

    /// <summary>Counts the changes, so that two made at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    /// <summary>Keyed hash of the NHS number; null where it is not known.</summary>
    public string? NhsHash { get; private set; }

    /// <summary>Keyed hash of family name and date of birth.</summary>
    public string? NameHash { get; private set; }

    public string? SealedWho { get; private set; }

    public string? SealedReach { get; private set; }

    public string? SealedCommunication { get; private set; }

    public string? SealedRisks { get; private set; }

    public string? SealedAddress { get; private set; }

    public string? SealedPractice { get; private set; }

    public string? SealedAboutMe { get; private set; }

    public string? SealedRequirements { get; private set; }

    public string? SealedBackground { get; private set; }

    public string? SealedContacts { get; private set; }

    public string? SealedSafeguarding { get; private set; }

    public string? SealedHealth { get; private set; }

    public string? SealedSocial { get; private set; }

    public string? SealedServices { get; private set; }

    public string? SealedParticulars { get; private set; }

    public string? SealedConsents { get; private set; }

    /// <summary>A section; null when nothing has been asked yet.</summary>
    public T? Read<T>(PrivateText texts)
        where T : class, IPersonSection<T>, new()
        => SectionJson.Read<T>(Open(texts, T.Section));

    /// <summary>The JSON of a section; null when nothing has been asked yet.</summary>
    public string? Open(PrivateText texts, PersonSection section) => Sealed(section) is { } kept ? texts.Open(kept, Id, ColumnOf(section)) : null;

    /// <summary>Whether a section has anything in it.</summary>
    public bool Has(PersonSection section) => Sealed(section) is not null;

    /// <summary>Sets a section. False when it was so already.</summary>
    public bool Write<T>(PrivateText texts, T section)
        where T : class, IPersonSection<T>, new()
    {
        var json = SectionJson.Write(section);
        if (json == Open(texts, T.Section)) return false;
        Keep(T.Section, json is null ? null : texts.Seal(json, Id, ColumnOf(T.Section)));
        return true;
    }

    /// <summary>Sets who it is, with the hashes they are found by.</summary>
    public bool WriteWho(PrivateText texts, Who who, PersonHashes hashes)
    {
        (NhsHash, NameHash) = (hashes.Nhs, hashes.Name);
        return Write(texts, who);
    }

    /// <summary>What the person agreed to.</summary>
    public Consents Consents(PrivateText texts)
        => SealedConsents is null ? new Consents() : JsonSerializer.Deserialize<Consents>(texts.Open(SealedConsents, Id, nameof(SealedConsents)), PortalJson.Options)!;

    /// <summary>Sets what the person agreed to. False when it was so already.</summary>
    public bool Write(PrivateText texts, Consents consents)
    {
        var json = JsonSerializer.Serialize(consents, PortalJson.Options);
        if (json == JsonSerializer.Serialize(Consents(texts), PortalJson.Options)) return false;
        SealedConsents = texts.Seal(json, Id, nameof(SealedConsents));
        return true;
    }

    /// <summary>Gives the person into the care of a team and a worker. False when it is so already.</summary>
    public bool Allocate(string? teamId, string? workerId)
    {
        if (TeamId == teamId && WorkerId == workerId) return false;
        var before = WorkerId;
        (TeamId, WorkerId) = (teamId, workerId);
        HandOver(before);
        return true;
    }

    /// <summary>Sets a section to JSON that was read from a record before.</summary>
    public void Put(PrivateText texts, PersonSection section, string? json)
    {
        if (json != Open(texts, section)) Keep(section, json is null ? null : texts.Seal(json, Id, ColumnOf(section)));
    }

    /// <summary>The hashes it is found by.</summary>
    public PersonHashes Hashes() => new(NhsHash, NameHash);

    /// <summary>Sets by which hashes it is found, and when it was finished.</summary>
    public void Restore(PersonHashes hashes, DateTimeOffset? closedAt) => (NhsHash, NameHash, ClosedAt) = (hashes.Nhs, hashes.Name, closedAt);

    /// <summary>It goes into another record of the same person: it is finished, and not found or shown any more.</summary>
    public void GoInto(string id, DateTimeOffset now) => (MergedIntoId, NhsHash, NameHash, ClosedAt) = (id, null, null, ClosedAt ?? now);

    /// <summary>It is a record of its own again.</summary>
    public void ComeBack(PersonHashes hashes, DateTimeOffset? closedAt) => (MergedIntoId, NhsHash, NameHash, ClosedAt) = (null, hashes.Nhs, hashes.Name, closedAt);

    /// <summary>Says that it is kept until a day, and why.</summary>
    public void Keep(PrivateText texts, DateOnly until, string reason) => (KeepUntil, SealedKeepReason) = (until, texts.Seal(reason, Id, nameof(SealedKeepReason)));

    /// <summary>Why it is kept longer; null when nobody said so.</summary>
    public string? KeepReason(PrivateText texts) => SealedKeepReason is null ? null : texts.Open(SealedKeepReason, Id, nameof(SealedKeepReason));

    /// <summary>Marks the record as changed now. Every change goes through here, and so counts as one for <see cref="Revision"/>.</summary>
    public void Touch(DateTimeOffset now)
    {
        ChangedAt = now;
        Revision++;
    }

    private static string ColumnOf(PersonSection section) => "Sealed" + section;

    private string? Sealed(PersonSection section) => section switch
    {
        PersonSection.Who => SealedWho,
        PersonSection.Reach => SealedReach,
        PersonSection.Communication => SealedCommunication,
        PersonSection.Risks => SealedRisks,
        PersonSection.Address => SealedAddress,
        PersonSection.Practice => SealedPractice,
        PersonSection.AboutMe => SealedAboutMe,
        PersonSection.Requirements => SealedRequirements,
        PersonSection.Background => SealedBackground,
        PersonSection.Contacts => SealedContacts,
        PersonSection.Safeguarding => SealedSafeguarding,
        PersonSection.Health => SealedHealth,
        PersonSection.Social => SealedSocial,
        PersonSection.Services => SealedServices,
        PersonSection.Particulars => SealedParticulars,
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    private void Keep(PersonSection section, string? value)
    {
        switch (section)
        {
            case PersonSection.Who: SealedWho = value; break;
            case PersonSection.Reach: SealedReach = value; break;
            case PersonSection.Communication: SealedCommunication = value; break;
            case PersonSection.Risks: SealedRisks = value; break;
            case PersonSection.Address: SealedAddress = value; break;
            case PersonSection.Practice: SealedPractice = value; break;
            case PersonSection.AboutMe: SealedAboutMe = value; break;
            case PersonSection.Requirements: SealedRequirements = value; break;
            case PersonSection.Background: SealedBackground = value; break;
            case PersonSection.Contacts: SealedContacts = value; break;
            case PersonSection.Safeguarding: SealedSafeguarding = value; break;
            case PersonSection.Health: SealedHealth = value; break;
            case PersonSection.Social: SealedSocial = value; break;
            case PersonSection.Services: SealedServices = value; break;
            case PersonSection.Particulars: SealedParticulars = value; break;
            default: throw new ArgumentOutOfRangeException(nameof(section));
        }
    }
}

/// <summary>Keyed hashes by which a record is found without its being read.</summary>
/// <param name="Nhs">Of the NHS number; null where it is not known.</param>
/// <param name="Name">Of family name and date of birth; null where one of them is missing.</param>
internal sealed record PersonHashes(string? Nhs, string? Name);
