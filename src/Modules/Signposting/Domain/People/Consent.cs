namespace Portal.Signposting.Domain.People;

/// <summary>What the person agreed to, with the day, and the day they took it back.</summary>
internal sealed record Consent
{
    /// <summary>That the team keeps notes and contacts the person.</summary>
    public const string Record = "record";

    /// <summary>That groups are told the least they need.</summary>
    public const string Groups = "groups";

    /// <summary>That the referrer hears back.</summary>
    public const string Referrer = "referrer";

    /// <summary>That family or carers are spoken to.</summary>
    public const string Family = "family";

    /// <summary>What there is to agree to.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [Record, Groups, Referrer, Family];

    /// <summary>How it was given.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["spoken", "written", "online"];

    public required string Id { get; init; }

    /// <summary>Of <see cref="Scopes"/>.</summary>
    public required string Scope { get; init; }

    public required DateOnly GivenOn { get; init; }

    /// <summary>Of <see cref="Ways"/>.</summary>
    public required string How { get; init; }

    public DateOnly? WithdrawnOn { get; init; }
}

/// <summary>All that the person agreed to, the newest last.</summary>
internal sealed record Consents
{
    public IReadOnlyList<Consent> Items { get; init; } = [];

    /// <summary>The consent for something that holds now; null when there is none.</summary>
    public Consent? Present(string scope) => Items.LastOrDefault(consent => consent.Scope == scope && consent.WithdrawnOn is null);

    /// <summary>With one more, in place of none; the same again changes nothing.</summary>
    public Consents Give(Consent consent) => Present(consent.Scope) is not null ? this : this with { Items = [.. Items, consent] };

    /// <summary>
    /// With those of another record of the same person. Of two that hold for the same thing the newer one stands, and one that was taken
    /// back after it was given elsewhere does not come back by it.
    /// </summary>
    public Consents Join(Consents other) => new()
    {
        Items =
        [
            .. Items.Concat(other.Items).GroupBy(consent => consent.Scope, StringComparer.Ordinal).SelectMany(scope =>
            {
                var ended = scope.Where(consent => consent.WithdrawnOn is not null).ToList();
                var holds = scope.Where(consent => consent.WithdrawnOn is null && !ended.Exists(taken => taken.WithdrawnOn >= consent.GivenOn)).MaxBy(consent => consent.GivenOn);
                return holds is null ? ended : ended.Append(holds);
            }).OrderBy(consent => consent.GivenOn),
        ],
    };

    /// <summary>With one taken back on a day; it stays on record.</summary>
    public Consents Withdraw(string id, DateOnly day)
        => this with { Items = [.. Items.Select(consent => consent.Id == id && consent.WithdrawnOn is null ? consent with { WithdrawnOn = day } : consent)] };
}
