using System.Text.Json.Serialization;
using Portal.Platform.Web;

namespace Portal.Signposting.Domain.People;

/// <summary>
/// Concerns that somebody harms the person, or that the person cannot keep themselves safe. Few may read it; that there is
/// something is in everybody's sight who may get in touch.
/// </summary>
internal sealed record Safeguarding : IPersonSection<Safeguarding>
{
    /// <summary>How many concerns a record holds.</summary>
    public const int Most = 20;

    public static PersonSection Section => PersonSection.Safeguarding;

    public List<Concern> Items { get; set; } = [];

    /// <summary>Since when the person is, or was, looked after by a local authority as a child.</summary>
    public TypedDate LookedAfterFrom { get; set; } = new();

    public TypedDate LookedAfterUntil { get; set; } = new();

    public string? LookedAfterBy { get; set; }

    /// <summary>Since when there is, or was, a plan to protect a child not yet born.</summary>
    public TypedDate UnbornFrom { get; set; } = new();

    public TypedDate UnbornUntil { get; set; } = new();

    public string? UnbornBy { get; set; }

    /// <summary>The concerns that are not over on a day.</summary>
    public IEnumerable<Concern> Present(DateOnly today) => Items.Where(concern => concern.Until.Value is not { } until || until >= today);

    /// <summary>True when who gets in touch has to know that there is something.</summary>
    public bool IsPresent(DateOnly today) => Present(today).Any() || Holds(LookedAfterFrom, LookedAfterUntil, today) || Holds(UnbornFrom, UnbornUntil, today);

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        foreach (var (item, name) in Items.Named().Where(listed => !listed.Item.IsGone))
        {
            if (!item.IsBlank && string.IsNullOrWhiteSpace(item.What)) yield return new($"{name}.{nameof(item.What)}", "Safeguarding.WhatMissing");
            foreach (var problem in Spans.Problems($"{name}.{nameof(item.On)}", item.On, $"{name}.{nameof(item.Until)}", item.Until)) yield return problem;
        }

        foreach (var problem in Spans.Problems(nameof(LookedAfterFrom), LookedAfterFrom, nameof(LookedAfterUntil), LookedAfterUntil)) yield return problem;
        foreach (var problem in Spans.Problems(nameof(UnbornFrom), UnbornFrom, nameof(UnbornUntil), UnbornUntil)) yield return problem;
        if (Items.Count > Most) yield return new("", "Choice.Missing");
    }

    /// <summary>With an empty place at the end for one more to be typed in.</summary>
    public Safeguarding WithRoom() => this with { Items = Items.WithRoom(Most) };

    /// <summary>With those of another record of the same person: none is lost.</summary>
    public Safeguarding Join(Safeguarding other)
    {
        var (child, unborn) = (LookedAfterFrom.IsEmpty ? other : this, UnbornFrom.IsEmpty ? other : this);
        return new Safeguarding
        {
            Items = [.. Items.Union(other.Items)],
            LookedAfterFrom = child.LookedAfterFrom,
            LookedAfterUntil = child.LookedAfterUntil,
            LookedAfterBy = child.LookedAfterBy,
            UnbornFrom = unborn.UnbornFrom,
            UnbornUntil = unborn.UnbornUntil,
            UnbornBy = unborn.UnbornBy,
        };
    }

    /// <summary>With who wrote each down: those on record keep it, new ones have the user who saves.</summary>
    /// <param name="kept">As it is on record, in the same places; null when nothing is.</param>
    public Safeguarding WrittenBy(Safeguarding? kept, string userId)
        => this with { Items = [.. Items.Select((concern, place) => concern with { By = place < kept?.Items.Count ? kept.Items[place].By : userId })] };

    /// <summary>With one more.</summary>
    public Safeguarding With(Concern concern) => this with { Items = [.. Items, concern] };

    /// <summary>Without what was typed by mistake. A concern that is over stays on record, with its day.</summary>
    public Safeguarding Kept() => this with { Items = Items.Kept() };

    private static bool Holds(TypedDate from, TypedDate until, DateOnly today) => from.Value is not null && (until.Value is not { } end || end >= today);
}

/// <summary>One concern.</summary>
internal sealed record Concern : IListed
{
    public string? What { get; set; }

    /// <summary>When it arose or was told.</summary>
    public TypedDate On { get; set; } = new();

    /// <summary>When it was over; empty while it holds.</summary>
    public TypedDate Until { get; set; } = new();

    /// <summary>Whom it was told, and what was agreed.</summary>
    public string? Comment { get; set; }

    public bool IsGone { get; set; }

    /// <summary>User id of who wrote it down; null in concerns older than this. Never read from a form.</summary>
    public string? By { get; set; }

    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(What + Comment) && On.IsEmpty && Until.IsEmpty;
}

/// <summary>Two days, of which the second does not come before the first.</summary>
internal static class Spans
{
    /// <summary>What is wrong with them.</summary>
    public static IEnumerable<SectionProblem> Problems(string fromField, TypedDate from, string untilField, TypedDate until)
    {
        if (!from.IsEmpty && from.Value is null) yield return new(fromField, "Date.Wrong");
        if (!until.IsEmpty && until.Value is null) yield return new(untilField, "Date.Wrong");
        if (from.Value is { } start && until.Value is { } end && end < start) yield return new(untilField, "Date.Order");
    }
}
