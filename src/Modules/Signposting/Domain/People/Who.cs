using System.Text.Json.Serialization;
using Portal.Platform.Web;

namespace Portal.Signposting.Domain.People;

/// <summary>Who the person is: what a record cannot be without, and what tells two people of one name apart.</summary>
internal sealed record Who : IPersonSection<Who>
{
    private const int OldestYear = 1900;

    public static PersonSection Section => PersonSection.Who;

    public string? Title { get; set; }

    public string? FirstName { get; set; }

    public string? FamilyName { get; set; }

    /// <summary>What the person likes to be called.</summary>
    public string? PreferredName { get; set; }

    /// <summary>A name they had before, or another one they use (person alias).</summary>
    public string? OtherName { get; set; }

    public TypedDate Born { get; set; } = new();

    /// <summary>The NHS number as typed; see <see cref="Nhs"/>.</summary>
    public string? NhsNumber { get; set; }

    /// <summary>The NHS number, when it is one.</summary>
    [JsonIgnore]
    public NhsNumber? Nhs => Domain.NhsNumber.Parse(NhsNumber);

    /// <summary>First and family name.</summary>
    [JsonIgnore]
    public string FullName => string.Join(' ', new[] { FirstName, FamilyName }.Where(name => name is { Length: > 0 }));

    /// <summary>What the person is called on a plan: what they like, or the first name.</summary>
    [JsonIgnore]
    public string CalledName => PreferredName ?? FirstName ?? "";

    /// <summary>Age in whole years on a day; null when the date of birth is not known.</summary>
    public int? AgeOn(DateOnly day)
        => Born.Value is not { } born || born > day ? null : day.Year - born.Year - (born.AddYears(day.Year - born.Year) > day ? 1 : 0);

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(FirstName)) yield return new(nameof(FirstName), "Who.FirstNameMissing");
        if (string.IsNullOrWhiteSpace(FamilyName)) yield return new(nameof(FamilyName), "Who.FamilyNameMissing");
        if (Born.Value is not { } born) yield return new(nameof(Born), Born.IsEmpty ? "Who.BornMissing" : "Date.Wrong");
        else if (born > today || born.Year < OldestYear) yield return new(nameof(Born), "Who.BornImpossible");
        if (!string.IsNullOrWhiteSpace(NhsNumber) && Nhs is null) yield return new(nameof(NhsNumber), "Who.NhsWrong");
    }
}
