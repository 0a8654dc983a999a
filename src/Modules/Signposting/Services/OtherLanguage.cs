using System.Globalization;
using Portal.Platform.Languages;

namespace Portal.Signposting.Services;

/// <summary>Says something in a language that is not the reader's.</summary>
internal static class OtherLanguage
{
    /// <summary>Runs what makes the words with that language as the present one.</summary>
    public static T Say<T>(string language, Func<T> say)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            LanguageInfo.Of(language).MakeCurrent();
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
