using System.Security.Cryptography;
using System.Text;
using Portal.Signposting.Domain;

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

    /// <summary>The texts of a plan with their names.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Plan plan, PrivateText texts)
        => plan.StepsInOrder.Select(step => (step.Id, step.Note(texts))).Prepend((Matters, plan.Matters(texts)));

    /// <summary>Writes what was typed into the plan.</summary>
    /// <returns>Whether anything changed, and the texts that somebody else changed meanwhile: these are left alone.</returns>
    public (bool Changed, IReadOnlyDictionary<string, string> ChangedMeanwhile) WriteTo(Plan plan, PrivateText texts)
    {
        var changed = false;
        var meanwhile = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, saved) in Of(plan, texts).ToList())
        {
            if (!Texts.TryGetValue(name, out var raw)) continue;
            var typed = Clean(raw);
            var shown = Shown.GetValueOrDefault(name);
            if (typed == saved || Fingerprint(typed) == shown) continue;
            if (Fingerprint(saved) != shown)
            {
                meanwhile[name] = saved;
                continue;
            }

            if (name == Matters) plan.SetMatters(texts, typed);
            else plan.Steps.First(step => step.Id == name).SetNote(texts, typed);
            changed = true;
        }

        return (changed, meanwhile);
    }
}
