using System.Text.Json.Serialization;
using Portal.Platform.Web;

namespace Portal.Signposting.Domain.People;

/// <summary>Risks, or that somebody asked and none are known: the standard wants that said, not assumed.</summary>
internal sealed record Risks : IPersonSection<Risks>
{
    public const string NoneKnown = "none";
    public const string Some = "some";

    /// <summary>How many risks a record holds.</summary>
    public const int Most = 20;

    public static PersonSection Section => PersonSection.Risks;

    /// <summary><see cref="NoneKnown"/> or <see cref="Some"/>; null while nobody asked.</summary>
    public string? Answer { get; set; }

    public List<Risk> Items { get; set; } = [];

    /// <summary>Those that still hold.</summary>
    [JsonIgnore]
    public IEnumerable<Risk> Present => Items.Where(risk => risk.EndedOn.IsEmpty);

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (Answer is not (NoneKnown or Some)) yield return new(nameof(Answer), "Risks.AnswerMissing");
        else if (Answer == Some && !Items.Any(risk => !string.IsNullOrWhiteSpace(risk.What) && !risk.IsOver)) yield return new("Items[0].What", "Risks.WhatMissing");
        else if (Answer == NoneKnown && Items.Any(risk => !string.IsNullOrWhiteSpace(risk.What) && !risk.IsOver)) yield return new(nameof(Answer), "Risks.NoneYetSome");
        if (Items.Count > Most) yield return new(nameof(Answer), "Choice.Missing");
    }

    /// <summary>With an empty place at the end for one more to be typed in.</summary>
    public Risks WithRoom()
        => Items.Count >= Most || (Items.Count > 0 && string.IsNullOrWhiteSpace(Items[^1].What)) ? this : this with { Items = [.. Items, new Risk()] };

    /// <summary>With those of another record of the same person: none is lost.</summary>
    public Risks Join(Risks other)
    {
        var items = Items.Union(other.Items).ToList();
        return new Risks { Answer = items.Exists(risk => risk.EndedOn.IsEmpty) ? Some : Answer ?? other.Answer, Items = items };
    }

    /// <summary>The risks as typed, each with the day since when it has been on record, and the day it was said to be over.</summary>
    /// <param name="before">What was kept before; the same places hold the same risks.</param>
    public Risks Dated(Risks? before, DateOnly today) => this with
    {
        Items =
        [
            .. Items.Select((risk, index) =>
            {
                var known = before?.Items.ElementAtOrDefault(index);
                var ended = !risk.IsOver ? new TypedDate() : known is { EndedOn.IsEmpty: false } ? known.EndedOn : TypedDate.Of(today);
                return risk with { Since = known?.Since ?? TypedDate.Of(today), EndedOn = ended };
            }).Where(risk => !string.IsNullOrWhiteSpace(risk.What)),
        ],
    };
}

/// <summary>One risk.</summary>
internal sealed record Risk
{
    /// <summary>What it is and for whom: "A dog that bites", "Falls".</summary>
    public string? What { get; set; }

    /// <summary>What helps against it.</summary>
    public string? Comment { get; set; }

    /// <summary>Typed: it no longer holds.</summary>
    public bool IsOver { get; set; }

    /// <summary>Since when it has been on record.</summary>
    public TypedDate Since { get; set; } = new();

    /// <summary>When it was said to be over; empty while it holds.</summary>
    public TypedDate EndedOn { get; set; } = new();
}
