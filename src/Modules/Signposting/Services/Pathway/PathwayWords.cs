using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Pathway;

/// <summary>The pathway in words of the reader's language.</summary>
internal sealed class PathwayWords(IStringLocalizer<PathwayText> texts, DateWords dates, TenantContext tenant)
{
    public string Name(PathwayStage stage) => Name("Stage", stage);

    public string Name(ClosingReason reason) => Name("Reason", reason);

    /// <summary>The reason of that key; the key where it is no longer known.</summary>
    public string Reason(PathwaySettings settings, string key) => settings.ClosingReasons.FirstOrDefault(reason => reason.Key == key) is { } reason ? Name(reason) : key;

    /// <summary>The day as one says it from today: "Today", "Tomorrow", "Tuesday 1 December".</summary>
    public string On(DateOnly day) => (day.DayNumber - dates.Today.DayNumber) switch
    {
        0 => texts["On.Today"],
        1 => texts["On.Tomorrow"],
        -1 => texts["On.Yesterday"],
        _ => dates.Day(day),
    };

    /// <summary>What happened, in a line; the words that were written down come beside it.</summary>
    public string Of(PathwayEntry entry, PathwaySettings settings) => entry.Kind switch
    {
        PathwayEntryKind.Contact => texts["Entry.Contact", texts["How." + entry.How].Value, texts["Result." + entry.Result].Value],
        PathwayEntryKind.Moved => texts["Entry.Moved", Name(settings.Find(entry.From!)), Name(settings.Find(entry.To!))],
        PathwayEntryKind.Paused => texts[entry.IsWanted ? "Entry.PausedWanted" : "Entry.Paused", dates.Date(entry.Until!.Value)],
        PathwayEntryKind.Closed => texts["Entry.Closed", Reason(settings, entry.Reason!)],
        var other => texts["Entry." + other],
    };

    private string Name(string kind, PathwayName named)
    {
        foreach (var language in tenant.Settings.FallbackChain(tenant.Language))
        {
            if (named.Names.TryGetValue(language, out var name)) return name;
        }

        var known = texts[$"{kind}.{named.Key}"];
        return known.ResourceNotFound ? named.Names.Values.FirstOrDefault() ?? named.Key : known.Value;
    }
}
