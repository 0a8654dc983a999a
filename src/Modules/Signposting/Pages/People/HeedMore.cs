using Portal.Signposting.Domain.People;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>What else to heed before getting in touch: that there is a safeguarding concern, and who else may be spoken to.</summary>
/// <param name="Concerns">The concerns; null for who may only know that there is something.</param>
/// <param name="Own">The concerns that the reader wrote down, for who does not read the others.</param>
/// <param name="FamilyWithdrawn">True when the person took back that family or carers are spoken to.</param>
internal sealed record HeedMore(string PersonId, bool HasConcern, IReadOnlyList<Concern>? Concerns, IReadOnlyList<Concern> Own, IReadOnlyList<RelevantContact> Contacts, bool FamilyWithdrawn)
{
    /// <summary>Reads it from a record.</summary>
    public static async Task<HeedMore> OfAsync(Person person, PrivateText texts, SafeguardingAccess safeguarding, DateOnly today)
    {
        var (concerns, consents) = (person.Read<Safeguarding>(texts), person.Consents(texts));
        var present = concerns?.Present(today).ToList() ?? [];
        var sees = await safeguarding.SeesAsync(person);
        return new HeedMore(
            person.Id,
            concerns?.IsPresent(today) == true,
            sees ? present : null,
            sees ? [] : present.FindAll(safeguarding.IsOwn),
            person.Read<Contacts>(texts)?.Items ?? [],
            consents.Present(Consent.Family) is null && consents.Items.Any(consent => consent.Scope == Consent.Family));
    }
}
