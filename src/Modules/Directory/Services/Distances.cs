using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Says distances.</summary>
internal static class Distances
{
    /// <summary>"0.4 miles", "12 miles".</summary>
    public static string Miles(this IStringLocalizer<DirectoryText> texts, double miles)
        => miles < 9.95 ? texts["Miles.Part", miles.ToString("0.0", CultureInfo.CurrentCulture)] : texts.Miles((int)Math.Round(miles));

    /// <summary>"1 mile", "3 miles".</summary>
    public static string Miles(this IStringLocalizer<DirectoryText> texts, int miles) => texts.Count("Miles", miles);
}
