namespace Portal.Signposting.Domain.People;

/// <summary>Where the person lives: five lines as the standard has them, of which one is the town.</summary>
internal sealed record HomeAddress : IPersonSection<HomeAddress>
{
    /// <summary>Kinds of address.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["home", "temporary", "letters"];

    public static PersonSection Section => PersonSection.Address;

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? Line3 { get; set; }

    /// <summary>Town.</summary>
    public string? Line4 { get; set; }

    /// <summary>County.</summary>
    public string? Line5 { get; set; }

    public string? Postcode { get; set; }

    /// <summary>Of <see cref="Kinds"/>.</summary>
    public string? Kind { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (Kind is { Length: > 0 } && !Kinds.Contains(Kind, StringComparer.Ordinal)) yield return new(nameof(Kind), "Choice.Missing");
    }
}

/// <summary>The GP practice. The identifier is what the standard requires.</summary>
internal sealed record GpPractice : IPersonSection<GpPractice>
{
    public static PersonSection Section => PersonSection.Practice;

    public string? Name { get; set; }

    public string? GpName { get; set; }

    public string? Details { get; set; }

    /// <summary>Code of the practice: a letter and five digits.</summary>
    public string? Identifier { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Identifier)) yield return new(nameof(Name), "Practice.NameMissing");
        if (!string.IsNullOrWhiteSpace(Identifier) && Identifier.Trim() is not [>= 'A' and <= 'Z' or >= 'a' and <= 'z', _, _, _, _, _]) yield return new(nameof(Identifier), "Practice.IdentifierWrong");
    }
}

/// <summary>What the person wants people to know of them, in their words.</summary>
internal sealed record AboutMe : IPersonSection<AboutMe>
{
    public static PersonSection Section => PersonSection.AboutMe;

    public string? Important { get; set; }

    public string? People { get; set; }

    public string? Communicate { get; set; }

    public string? Wellness { get; set; }

    public string? DoAndDont { get; set; }

    public string? Support { get; set; }

    public string? Also { get; set; }

    /// <summary>Who helped the person write it.</summary>
    public string? WrittenWith { get; set; }

    /// <summary>Where a film or recording of theirs can be found.</summary>
    public string? Media { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today) => [];
}

/// <summary>What has to be arranged for the person.</summary>
internal sealed record Requirements : IPersonSection<Requirements>
{
    public static PersonSection Section => PersonSection.Requirements;

    public string? Adjustments { get; set; }

    public string? Impairments { get; set; }

    public string? Mobility { get; set; }

    public string? Other { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today) => [];
}

/// <summary>What the service asks so that it can see whom it reaches. Nobody has to answer.</summary>
internal sealed record Background : IPersonSection<Background>
{
    public static IReadOnlyList<string> Sexes { get; } = ["female", "male", "other", "unsaid"];

    public static IReadOnlyList<string> EthnicGroups { get; } = ["asian", "black", "mixed", "white", "other", "unsaid"];

    public static PersonSection Section => PersonSection.Background;

    public string? Sex { get; set; }

    public string? Gender { get; set; }

    public string? Pronoun { get; set; }

    public string? EthnicGroup { get; set; }

    /// <summary>Ethnicity in the person's own words.</summary>
    public string? Ethnicity { get; set; }

    public string? Religion { get; set; }

    /// <summary><see cref="Communication.Yes"/> or <see cref="Communication.No"/>: looks after somebody.</summary>
    public string? Carer { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (Sex is { Length: > 0 } && !Sexes.Contains(Sex, StringComparer.Ordinal)) yield return new(nameof(Sex), "Choice.Missing");
        if (EthnicGroup is { Length: > 0 } && !EthnicGroups.Contains(EthnicGroup, StringComparer.Ordinal)) yield return new(nameof(EthnicGroup), "Choice.Missing");
        if (Carer is { Length: > 0 } and not (Communication.Yes or Communication.No)) yield return new(nameof(Carer), "Choice.Missing");
    }
}
