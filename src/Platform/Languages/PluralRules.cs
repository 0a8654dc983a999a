using Microsoft.Extensions.Localization;

namespace Portal.Platform.Languages;

/// <summary>Chooses the form of a counted text. Rules: Unicode CLDR plural rules for cardinal whole numbers.</summary>
public static class PluralRules
{
    /// <summary>
    /// The text <c>key.one</c>, <c>key.few</c>, <c>key.many</c> or <c>key.other</c> for a count, the count being its first argument.
    /// A language without that form uses <c>key.other</c>.
    /// </summary>
    public static LocalizedString Count(this IStringLocalizer texts, string key, int count)
    {
        var form = texts[$"{key}.{FormOf(Thread.CurrentThread.CurrentUICulture.TwoLetterISOLanguageName, count)}", count];
        return form.ResourceNotFound ? texts[$"{key}.other", count] : form;
    }

    /// <summary>The CLDR category of a count in a language: zero, one, two, few, many or other.</summary>
    public static string FormOf(string language, int count)
    {
        var lastDigit = count % 10;
        var lastTwo = count % 100;
        return language switch
        {
            "pl" => count == 1 ? "one" : lastDigit is >= 2 and <= 4 && lastTwo is < 12 or > 14 ? "few" : "many",
            "uk" or "ru" or "be" => lastDigit == 1 && lastTwo != 11 ? "one" : lastDigit is >= 2 and <= 4 && lastTwo is < 12 or > 14 ? "few" : "many",
            "cs" or "sk" => count == 1 ? "one" : count is >= 2 and <= 4 ? "few" : "other",
            "ro" => count == 1 ? "one" : count == 0 || lastTwo is >= 1 and <= 19 ? "few" : "other",
            "lt" => lastDigit == 1 && lastTwo is < 11 or > 19 ? "one" : lastDigit is >= 2 and <= 9 && lastTwo is < 11 or > 19 ? "few" : "other",
            "ar" => count switch { 0 => "zero", 1 => "one", 2 => "two", _ => lastTwo is >= 3 and <= 10 ? "few" : lastTwo >= 11 ? "many" : "other" },
            "bn" or "gu" or "hi" or "fa" or "pa" or "fr" => count is 0 or 1 ? "one" : "other",
            _ => count == 1 ? "one" : "other",
        };
    }
}
