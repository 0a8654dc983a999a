using System.Text.Json;
using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Reports;

/// <summary>The counts of one month: by team, by what is counted, by its value. Who has no team counts under the empty name.</summary>
internal sealed class MonthCounts
{
    public const string NoTeam = "";

    public Dictionary<string, Dictionary<string, Dictionary<string, int>>> Teams { get; init; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Teams.Count == 0;

    public void Add(string team, string measure, string value, int count = 1)
    {
        if (!Teams.TryGetValue(team, out var measures)) Teams[team] = measures = new(StringComparer.Ordinal);
        if (!measures.TryGetValue(measure, out var values)) measures[measure] = values = new(StringComparer.Ordinal);
        values[value] = values.GetValueOrDefault(value) + count;
    }

    public void Add(MonthCounts other)
    {
        foreach (var (team, measures) in other.Teams)
        {
            foreach (var (measure, values) in measures)
            {
                foreach (var (value, count) in values) Add(team, measure, value, count);
            }
        }
    }
}

/// <summary>
/// The counts of a month as they are kept. Once they are final they stay, whatever becomes of the records they were counted from, so a report of the past
/// is always the same. Before that, they are what people left who were erased meanwhile. Sealed, because a count of one tells of somebody.
/// </summary>
internal sealed class CountedMonth : IBehindTheScenes
{
    /// <summary>The month: <c>2026-10</c>.</summary>
    public required string Id { get; init; }

    public bool IsFinal { get; private set; }

    /// <summary>When it was counted; null before.</summary>
    public DateTimeOffset? CountedAt { get; private set; }

    public string SealedCounts { get; private set; } = "";

    /// <summary>Counts the changes, so that two made at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    public MonthCounts Counts(PrivateText texts)
        => SealedCounts.Length == 0 ? new MonthCounts() : JsonSerializer.Deserialize<MonthCounts>(texts.Open(SealedCounts, Id, nameof(SealedCounts)), PortalJson.Options)!;

    /// <summary>Adds what somebody leaves who is erased.</summary>
    public void Keep(PrivateText texts, MonthCounts left)
    {
        if (IsFinal) throw new InvalidOperationException("A month that is counted stays as it is.");
        Write(texts, left);
    }

    /// <summary>Sets the counts for good: those of the records, and those of who was erased.</summary>
    public void Finish(PrivateText texts, MonthCounts counted, DateTimeOffset now)
    {
        if (IsFinal) throw new InvalidOperationException("A month that is counted stays as it is.");
        Write(texts, counted);
        (IsFinal, CountedAt) = (true, now);
    }

    private void Write(PrivateText texts, MonthCounts more)
    {
        var all = Counts(texts);
        all.Add(more);
        SealedCounts = texts.Seal(JsonSerializer.Serialize(all, PortalJson.Options), Id, nameof(SealedCounts));
        Revision++;
    }
}
