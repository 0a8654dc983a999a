using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Recipes.Contracts;

/// <summary>Something in a tenant's settings that does not fit.</summary>
/// <param name="Property">Name of the property of <see cref="TenantSettings"/>.</param>
/// <param name="Message">What is wrong, in English, for recipes and the command line. Forms have words of their own by property.</param>
public sealed record SettingsFault(string Property, string Message);

/// <summary>The rules that a tenant's settings keep, whether they come from a recipe or a form.</summary>
public sealed class SettingsRules(ThemeList themes)
{
    /// <summary>Longest name of a site.</summary>
    public const int MaxNameLength = 80;

    /// <summary>Finds everything that does not fit.</summary>
    public IReadOnlyList<SettingsFault> Check(TenantSettings settings)
    {
        var faults = new List<SettingsFault>();
        void Rule(bool holds, string property, string message)
        {
            if (!holds) faults.Add(new SettingsFault(property, message));
        }

        Rule(settings.Name.Trim().Length is > 0 and <= MaxNameLength, nameof(settings.Name), "The name of the site needs 1 to 80 characters.");
        Rule(settings.Languages.Count > 0, nameof(settings.Languages), "A site needs at least one language.");
        foreach (var unknown in settings.Languages.Concat(settings.Fallbacks.Keys).Concat(settings.Fallbacks.Values.SelectMany(list => list))
            .Concat(settings.Tagline.Keys).Concat(settings.HelpNowText.Keys).Where(code => LanguageInfo.Find(code)?.Code != code).Distinct())
        {
            faults.Add(new SettingsFault(nameof(settings.Languages), $"The language '{unknown}' is not known. Languages are named by codes such as en, ur, pl."));
        }

        Rule(settings.Languages.Distinct().Count() == settings.Languages.Count, nameof(settings.Languages), "A language is named twice.");
        Rule(themes.Ids.Contains(settings.Theme), nameof(settings.Theme), $"There is no theme '{settings.Theme}'. There are {string.Join(", ", themes.Ids)}.");
        Rule(AccentColours.Parse(settings.AccentColour) is not null, nameof(settings.AccentColour), $"The colour '{settings.AccentColour}' is not written as #rrggbb.");
        Rule(TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _), nameof(settings.TimeZone), $"The time zone '{settings.TimeZone}' is not known. Time zones are named like Europe/London.");
        Rule(settings.ContactEmail is null || settings.ContactEmail.IndexOf('@', StringComparison.Ordinal) > 0, nameof(settings.ContactEmail), $"'{settings.ContactEmail}' is no e-mail address.");
        Rule(IsTileAddress(settings.MapTiles), nameof(settings.MapTiles), $"The address of the map '{settings.MapTiles}' has to begin with https:// and hold {{z}}, {{x}} and {{y}}.");
        return faults;
    }

    private static bool IsTileAddress(string? address)
        => string.IsNullOrEmpty(address)
            || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
                && new[] { "{z}", "{x}", "{y}" }.All(part => address.Contains(part, StringComparison.Ordinal)));
}
