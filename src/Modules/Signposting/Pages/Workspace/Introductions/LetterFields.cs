using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace.Introductions;

/// <summary>What a group is to learn of a person, as typed into a form.</summary>
internal sealed class LetterFields
{
    public string? Name { get; set; }

    public string? Language { get; set; }

    public string? Reach { get; set; }

    public string? Note { get; set; }

    /// <summary>Reads it, and says beside the field what is wrong; null when something is.</summary>
    public IntroductionLetter? Read(ModelStateDictionary errors, string prefix, IStringLocalizer<IntroductionText> texts)
    {
        var (name, reach, note) = (TypedTexts.Clean(Name), TypedTexts.Clean(Reach), TypedTexts.Clean(Note));
        if (name.Length is 0 or > Plan.LongestName) errors.AddModelError($"{prefix}.{nameof(Name)}", texts["Form.NameMissing", Plan.LongestName]);
        if (reach.Length is 0 or > IntroductionLetter.LongestReach) errors.AddModelError($"{prefix}.{nameof(Reach)}", texts["Form.ReachMissing", IntroductionLetter.LongestReach]);
        if (note.Length > IntroductionLetter.LongestNote) errors.AddModelError($"{prefix}.{nameof(Note)}", texts["Answer.WordsLong", IntroductionLetter.LongestNote]);
        return errors.IsValid ? new IntroductionLetter(name, LanguageInfo.Find(Language ?? "")?.Code ?? "en", reach, note) : null;
    }
}
