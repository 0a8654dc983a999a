using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Says distances.</summary>
internal static class Distances
{
    private const double FarthestWalk = 2, MetresInOneMile = 1609.344, WayRound = 1.2, MetresAMinute = 80;

    /// <summary>"0.4 miles", "12 miles".</summary>
    public static string Miles(this IStringLocalizer<DirectoryText> texts, double miles)
        => miles < 9.95 ? texts["Miles.Part", miles.ToString("0.0", CultureInfo.CurrentCulture)] : texts.Miles((int)Math.Round(miles));

    /// <summary>
    /// "about 25 minutes on foot", for distances somebody may walk (up to two miles); null beyond. An estimate: the straight line and a fifth more for
    /// the way streets go, at 80 metres a minute (4.8 km/h), rounded up to five minutes. Both figures as British studies of access take them, for example
    /// Thurrock Council, "Study of travel access in and around Thurrock": https://www.thurrock.gov.uk/study-of-travel-access-in-and-around-thurrock/travel-types
    /// </summary>
    public static string? Walk(this IStringLocalizer<FindingText> finding, double miles)
        => IsWalk(miles) ? finding["Walk", WalkingMinutes(miles)].Value : null;

    /// <summary>True for a distance that somebody may walk.</summary>
    public static bool IsWalk(double miles) => miles <= FarthestWalk;

    /// <summary>Minutes on foot; see <see cref="Walk"/>.</summary>
    public static int WalkingMinutes(double miles)
        => Math.Max(5, (int)Math.Ceiling(miles * MetresInOneMile * WayRound / MetresAMinute / 5) * 5);

    /// <summary>"1 mile", "3 miles".</summary>
    public static string Miles(this IStringLocalizer<DirectoryText> texts, int miles) => texts.Count("Miles", miles);
}
