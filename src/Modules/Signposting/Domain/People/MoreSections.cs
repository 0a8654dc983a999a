using System.Text.Json.Serialization;
using Portal.Platform.Web;

namespace Portal.Signposting.Domain.People;

/// <summary>What the person comes with, what a clinician summed up, and pregnancy: only what the team has to know.</summary>
internal sealed record Health : IPersonSection<Health>
{
    public const string Pregnant = "pregnant";
    public const string NotPregnant = "not";

    public static PersonSection Section => PersonSection.Health;

    /// <summary>Presenting complaints or issues, as who referred or the team puts it.</summary>
    public string? Issues { get; set; }

    /// <summary>The same as the person puts it.</summary>
    public string? InOwnWords { get; set; }

    /// <summary>Clinical summary, taken over from who knows.</summary>
    public string? Summary { get; set; }

    /// <summary><see cref="Pregnant"/> or <see cref="NotPregnant"/>; null while nobody asked.</summary>
    public string? Pregnancy { get; set; }

    /// <summary>Expected day of birth.</summary>
    public TypedDate DueOn { get; set; } = new();

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (Pregnancy is { Length: > 0 } and not (Pregnant or NotPregnant)) yield return new(nameof(Pregnancy), "Choice.Missing");
        if (!DueOn.IsEmpty && DueOn.Value is null) yield return new(nameof(DueOn), "Date.Wrong");
    }
}

/// <summary>How the person lives (social context).</summary>
internal sealed record SocialContext : IPersonSection<SocialContext>
{
    public static IReadOnlyList<string> SmokingAnswers { get; } = ["never", "stopped", "smokes", "unsaid"];

    public static PersonSection Section => PersonSection.Social;

    public string? Household { get; set; }

    public string? Dependants { get; set; }

    public string? Accommodation { get; set; }

    /// <summary>How it is at home: warm, damp, noisy.</summary>
    public string? HomeEnvironment { get; set; }

    /// <summary>How one gets in: stairs, a key safe.</summary>
    public string? Access { get; set; }

    public string? Occupation { get; set; }

    public string? Education { get; set; }

    /// <summary>Money, debts, benefits, isolation (social circumstances).</summary>
    public string? Circumstances { get; set; }

    public string? Lifestyle { get; set; }

    /// <summary>Of <see cref="SmokingAnswers"/>.</summary>
    public string? Smoking { get; set; }

    public string? SmokingDetails { get; set; }

    public TypedDate SmokingStopped { get; set; } = new();

    public string? Alcohol { get; set; }

    public string? Drugs { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (Smoking is { Length: > 0 } && !SmokingAnswers.Contains(Smoking, StringComparer.Ordinal)) yield return new(nameof(Smoking), "Choice.Missing");
        if (!SmokingStopped.IsEmpty && SmokingStopped.Value is null) yield return new(nameof(SmokingStopped), "Date.Wrong");
    }
}

/// <summary>Help the person gets from social care and others (services and care).</summary>
internal sealed record CareServices : IPersonSection<CareServices>
{
    /// <summary>How many services a record holds.</summary>
    public const int Most = 10;

    public static PersonSection Section => PersonSection.Services;

    public List<CareService> Items { get; set; } = [];

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        foreach (var (item, name) in Items.Named().Where(listed => !listed.Item.IsGone))
        {
            if (!item.IsBlank && string.IsNullOrWhiteSpace(item.Name)) yield return new($"{name}.{nameof(item.Name)}", "Services.NameMissing");
            foreach (var problem in Spans.Problems($"{name}.{nameof(item.From)}", item.From, $"{name}.{nameof(item.Until)}", item.Until)) yield return problem;
        }

        if (Items.Count > Most) yield return new("", "Choice.Missing");
    }

    /// <summary>With an empty place at the end for one more to be typed in.</summary>
    public CareServices WithRoom() => this with { Items = Items.WithRoom(Most) };

    /// <summary>Without those that were taken off.</summary>
    public CareServices Kept() => this with { Items = Items.Kept() };
}

/// <summary>One service.</summary>
internal sealed record CareService : IListed
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public TypedDate From { get; set; } = new();

    public TypedDate Until { get; set; } = new();

    public string? Authority { get; set; }

    /// <summary>Who pays.</summary>
    public string? Funding { get; set; }

    public bool IsGone { get; set; }

    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(Name + Kind + Authority + Funding) && From.IsEmpty && Until.IsEmpty;
}

/// <summary>The rest of the demographics. Asked only where a service has a reason to know.</summary>
internal sealed record Particulars : IPersonSection<Particulars>
{
    public static PersonSection Section => PersonSection.Particulars;

    public string? NameSuffix { get; set; }

    public string? PlaceOfBirth { get; set; }

    public string? MaritalStatus { get; set; }

    public string? SexualOrientation { get; set; }

    /// <summary>School or college.</summary>
    public string? School { get; set; }

    public string? Immigration { get; set; }

    public TypedDate ImmigrationFrom { get; set; } = new();

    public TypedDate ImmigrationUntil { get; set; } = new();

    public string? ImmigrationNote { get; set; }

    public string? OverseasVisitor { get; set; }

    public string? OrganDonation { get; set; }

    /// <summary>Numbers other services know the person by, one a line.</summary>
    public string? OtherIdentifiers { get; set; }

    /// <summary>Where a photograph of the person is kept; the record holds none.</summary>
    public string? Photograph { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today) => Spans.Problems(nameof(ImmigrationFrom), ImmigrationFrom, nameof(ImmigrationUntil), ImmigrationUntil);
}
