using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Portal.Platform.Languages;

/// <summary>What the pages need to know of a language. All of it comes from the culture data of the system.</summary>
public sealed class LanguageInfo
{
    private static readonly ResourceManager names = new("Portal.Platform.Resources.LanguageNames", typeof(LanguageInfo).Assembly);
    private static readonly ConcurrentDictionary<string, LanguageInfo> known = new(StringComparer.OrdinalIgnoreCase);

    private LanguageInfo(string code)
    {
        // To the system no name at all is the culture of nobody; to a site it is no language.
        if (code.Length == 0) throw new CultureNotFoundException(nameof(code), code, "A language needs a code.");
        TextCulture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
        FormatCulture = code == "en" ? CultureInfo.GetCultureInfo("en-GB") : CultureInfo.CreateSpecificCulture(code);
        Code = TextCulture.Name;
        Name = TextCulture.TextInfo.IsRightToLeft ? TextCulture.NativeName : TextCulture.TextInfo.ToTitleCase(TextCulture.NativeName);
    }

    /// <summary>BCP 47 code, for example <c>ur</c>.</summary>
    public string Code { get; }

    /// <summary>Its name for itself, for example <c>اردو</c>.</summary>
    public string Name { get; }

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => TextCulture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Culture that chooses the texts.</summary>
    public CultureInfo TextCulture { get; }

    /// <summary>Culture that writes dates and numbers; English is written the British way.</summary>
    public CultureInfo FormatCulture { get; }

    /// <summary>The language of that code.</summary>
    /// <exception cref="CultureNotFoundException">No such language.</exception>
    public static LanguageInfo Of(string code) => known.GetOrAdd(code, static name => new LanguageInfo(name));

    /// <summary>The language of that code, or null when there is none.</summary>
    public static LanguageInfo? Find(string code)
    {
        try
        {
            // Any well-formed word makes a culture; only those the system has data of are languages somebody reads.
            CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            return Of(code);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The name of this language in another, for example "Urdu" for a reader of English. From <c>Resources/LanguageNames.resx</c>: the system
    /// keeps only one such name per language and process.
    /// </summary>
    public string NameIn(LanguageInfo reader) => names.GetString(Code, reader.TextCulture) ?? Name;

    /// <summary>Makes this the language of the running code.</summary>
    public void MakeCurrent()
    {
        CultureInfo.CurrentUICulture = TextCulture;
        CultureInfo.CurrentCulture = FormatCulture;
    }

    /// <summary>Says something in this language, whatever the language of the running code: for letters to others.</summary>
    public T Say<T>(Func<T> words)
    {
        var (texts, format) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            MakeCurrent();
            return words();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (texts, format);
        }
    }
}
