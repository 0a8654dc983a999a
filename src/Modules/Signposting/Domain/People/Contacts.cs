using System.Text.Json.Serialization;

namespace Portal.Signposting.Domain.People;

/// <summary>Family, friends and carers, with what the person allows each of them to know (relevant contacts). What is not allowed is forbidden.</summary>
internal sealed record Contacts : IPersonSection<Contacts>
{
    /// <summary>How many people a record names.</summary>
    public const int Most = 10;

    /// <summary>What somebody may be besides.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["carer", "next-of-kin", "emergency"];

    /// <summary>What may be done with somebody.</summary>
    public static IReadOnlyList<string> Permitted { get; } = ["all", "dates", "message", "book"];

    public static PersonSection Section => PersonSection.Contacts;

    public List<RelevantContact> Items { get; set; } = [];

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        foreach (var (item, name) in Items.Named().Where(listed => !listed.Item.IsGone))
        {
            if (!item.IsBlank && string.IsNullOrWhiteSpace(item.Name)) yield return new($"{name}.{nameof(item.Name)}", "Contacts.NameMissing");
            if (!Reach.IsPhone(item.Phone)) yield return new($"{name}.{nameof(item.Phone)}", "Reach.PhoneWrong");
            if (!Reach.IsEmail(item.Email)) yield return new($"{name}.{nameof(item.Email)}", "Reach.EmailWrong");
            if (item.Is.Except(Parts, StringComparer.Ordinal).Any()) yield return new($"{name}.{nameof(item.Is)}", "Choice.Missing");
            if (item.May.Except(Permitted, StringComparer.Ordinal).Any()) yield return new($"{name}.{nameof(item.May)}", "Choice.Missing");
        }

        if (Items.Count > Most) yield return new("", "Choice.Missing");
    }

    /// <summary>With an empty place at the end for one more to be typed in.</summary>
    public Contacts WithRoom() => this with { Items = Items.WithRoom(Most) };

    /// <summary>Without those who were taken off.</summary>
    public Contacts Kept() => this with { Items = Items.Kept() };
}

/// <summary>Somebody who is important to the person.</summary>
internal sealed record RelevantContact : IListed
{
    public string? Name { get; set; }

    /// <summary>What they are to the person.</summary>
    public string? Relation { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Of <see cref="Contacts.Parts"/>.</summary>
    public List<string> Is { get; set; } = [];

    /// <summary>Of <see cref="Contacts.Permitted"/>.</summary>
    public List<string> May { get; set; } = [];

    public string? Note { get; set; }

    public bool IsGone { get; set; }

    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(Name + Relation + Phone + Email + Note) && Is.Count + May.Count == 0;
}
