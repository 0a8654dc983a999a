using System.Security.Cryptography;
using System.Text;
using Portal.Signposting.Domain;
using Portal.Signposting.Services.Course;

namespace Portal.Signposting.Services;

/// <summary>
/// The texts of a plan as they came back from its page. The page also sends a fingerprint of each text as it was shown; so a
/// page that was open for long puts nothing back to what it was, and two people typing at once lose nothing.
/// </summary>
/// <param name="Texts">What is typed now, by name: <see cref="Matters"/>, or the id of the step whose note it is.</param>
/// <param name="Shown">Fingerprints of what was shown, by the same names.</param>
internal sealed record TypedTexts(IReadOnlyDictionary<string, string?> Texts, IReadOnlyDictionary<string, string?> Shown)
{
    public const string Matters = "matters";

    /// <summary>Short hash by which a text is recognised.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <summary>Browsers send lines with a carriage return.</summary>
    public static string Clean(string? typed) => typed is null ? "" : typed.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>Writes what was typed into the page of a plan.</summary>
    public (bool Changed, IReadOnlyDictionary<string, string> ChangedMeanwhile) WriteTo(Plan plan, PrivateText texts) => WriteTo(PlanFields.Of(plan, texts));

    /// <summary>Writes what was typed into the fields of a form. What does not fit its field is left out; see <see cref="Faults"/>.</summary>
    /// <returns>Whether anything changed, and the texts that somebody else changed meanwhile: these are left alone.</returns>
    public (bool Changed, IReadOnlyDictionary<string, string> ChangedMeanwhile) WriteTo(IReadOnlyList<TypedField> fields)
    {
        var changed = false;
        var meanwhile = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (!Texts.TryGetValue(field.Name, out var raw)) continue;
            var typed = Clean(raw);
            var shown = Shown.GetValueOrDefault(field.Name);
            if (typed == field.Saved || Fingerprint(typed) == shown || !field.Fits(typed)) continue;
            if (Fingerprint(field.Saved) != shown)
            {
                meanwhile[field.Name] = field.Saved;
                continue;
            }

            field.Write(typed);
            changed = true;
        }

        return (changed, meanwhile);
    }

    /// <summary>The fields into which what was typed does not fit.</summary>
    public IEnumerable<TypedField> Faults(IReadOnlyList<TypedField> fields)
        => fields.Where(field => Texts.TryGetValue(field.Name, out var raw) && Clean(raw) is var typed && typed != field.Saved && !field.Fits(typed));
}
