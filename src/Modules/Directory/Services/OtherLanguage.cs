using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Portal.Directory.Services;

/// <summary>Makes words in the language of somebody else than whoever the code runs for, for letters.</summary>
internal static class OtherLanguage
{
    public static T InLanguage<T>(this IStringLocalizer _, string language, Func<T> say)
    {
        var (ui, culture) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, culture);
        }
    }
}
