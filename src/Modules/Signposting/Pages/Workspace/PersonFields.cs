using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Who a plan is for, as typed into a form.</summary>
internal sealed class PersonFields
{
    public string? Name { get; set; }

    public string? Language { get; set; }

    /// <summary>The name without spaces around it.</summary>
    public string CleanName => TypedTexts.Clean(Name);

    /// <summary>The languages a plan can be in: each by its own name, and by the name the worker knows it by.</summary>
    public static IReadOnlyList<SelectListItem> Languages(TenantContext tenant)
    {
        var reader = LanguageInfo.Of(tenant.Language);
        return
        [
            .. tenant.Settings.Languages.Select(LanguageInfo.Of).Select(language => new SelectListItem(
                language.Code == reader.Code ? language.Name : $"{language.Name} ({language.NameIn(reader)})", language.Code)),
        ];
    }

    /// <summary>Says what is wrong beside the field.</summary>
    public void Check(ModelStateDictionary errors, string prefix, TenantContext tenant, IStringLocalizer<SignpostingText> texts)
    {
        if (CleanName.Length == 0) errors.AddModelError($"{prefix}.{nameof(Name)}", texts["Person.NameMissing"]);
        else if (CleanName.Length > Plan.LongestName) errors.AddModelError($"{prefix}.{nameof(Name)}", texts["Person.NameLong", Plan.LongestName]);
        if (Language is null || !tenant.Settings.Languages.Contains(Language, StringComparer.Ordinal)) errors.AddModelError($"{prefix}.{nameof(Language)}", texts["Person.LanguageMissing"]);
    }
}
