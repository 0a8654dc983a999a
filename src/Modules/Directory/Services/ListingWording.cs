using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Says what listings hold as codes and numbers in the reader's language.</summary>
internal sealed class ListingWording(IStringLocalizer<DirectoryText> texts, IStringLocalizer<KeepingText> keeping, IStringLocalizer<PrivacyText> privacy, IStringLocalizer<RoomText> room, DateWords dates)
{
    /// <summary>"Free", "£2.50", "By donation".</summary>
    public string Cost(Cost cost, int? pence) => cost switch
    {
        Domain.Cost.Free => texts["Cost.Free"],
        Domain.Cost.Donation => texts["Cost.Donation"],
        _ => texts["Cost.Paid", ((pence ?? 0) / 100m).ToString((pence ?? 0) % 100 == 0 ? "0" : "0.00", CultureInfo.CurrentCulture)],
    };

    /// <summary>"Online", "By phone or online"; null for a group one simply goes to.</summary>
    public string? Attendance(IReadOnlyList<string> ways)
        => ways.Count == 0 || ways is [AttendanceWays.InPerson]
            ? null
            : texts.JoinOr([.. ways.Select((way, place) => place == 0 ? texts["How." + way].Value : Lists.LowerFirst(texts["How." + way]))]);

    /// <summary>"16 years and over"; null for any age.</summary>
    public string? Ages(int? youngest, int? oldest) => (youngest, oldest) switch
    {
        (null, null) => null,
        ({ } from, { } to) => privacy["Ages.Between", from, to].Value,
        ({ } from, null) => privacy["Ages.From", from].Value,
        (null, { } to) => privacy["Ages.To", to].Value,
    };

    /// <summary>Whether there is room, in the group's own words where it has some; null when there is room.</summary>
    public string? Places(Places places, string? note)
        => places == Domain.Places.Open ? null : note ?? texts["Places." + places].Value;

    /// <summary>"Full until 1 March 2027"; null when it is not, or no longer.</summary>
    public string? Full(DateOnly? until) => until > dates.Today ? room["Full.Until", dates.Date(until.Value)].Value : null;

    /// <summary>"Having a break. Back on Tuesday 6 January."; null when the group meets.</summary>
    public string? Break(DateOnly? backOn) => SeasonalBreak.IsOn(backOn, dates.Today) ? keeping["Break.BackOn", dates.Day(backOn!.Value)].Value : null;

    /// <summary>True for a group with a schedule of which no date is still to come, and which has not said itself that it has a break.</summary>
    public bool HasNothingNext(IReadOnlyList<Schedule> schedules, Places places, int next) => schedules.Count > 0 && places != Domain.Places.Paused && next == 0;

    /// <summary>"No date is planned at the moment."</summary>
    public string NothingNext => keeping["Break.NothingNext"];

    /// <summary>"Confirmed 12 days ago".</summary>
    /// <param name="warns">See <see cref="Domain.Freshness.Warns"/>.</param>
    public string Freshness(DateOnly? assured, bool warns)
        => assured is not { } date ? texts["Fresh.Never"] : texts[warns ? "Fresh.Stale" : "Fresh.Confirmed", dates.Ago(date)];

    /// <summary>Name of a language; its own name for itself where the texts have none.</summary>
    public string Language(string code)
        => texts["Language." + code] is { ResourceNotFound: false } name ? name : LanguageInfo.Find(code)?.Name ?? code;
}
