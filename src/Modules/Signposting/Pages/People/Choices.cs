using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.People;

/// <summary>Choices and errors of the forms about people.</summary>
internal static class Choices
{
    /// <summary>The choices of a field in words: key of the field, a dot, the choice.</summary>
    public static IReadOnlyList<SelectListItem> Of(IStringLocalizer words, string key, IEnumerable<string> choices)
        => [.. choices.Select(choice => new SelectListItem(words[$"{key}.{choice}"], choice))];

    /// <summary>Says beside each field of a section what is wrong with it.</summary>
    public static void Check<T>(this ModelStateDictionary errors, string prefix, T section, DateOnly today, IStringLocalizer<PeopleText> words)
        where T : class, IPersonSection
    {
        foreach (var problem in section.Problems(today))
            errors.AddModelError(problem.Field.Length == 0 ? prefix : $"{prefix}.{problem.Field}", problem.Value is null ? words[problem.TextKey] : words[problem.TextKey, problem.Value]);
        foreach (var field in SectionJson.TooLong(section)) errors.AddModelError($"{prefix}.{field}", words["Text.Long", SectionJson.LongestText]);
    }
}

/// <summary>The forms of all sections. A page shows and reads one of them.</summary>
internal sealed class SectionForms
{
    public Who Who { get; set; } = new();

    public Reach Reach { get; set; } = new();

    public Communication Communication { get; set; } = new();

    public Risks Risks { get; set; } = new();

    public HomeAddress Address { get; set; } = new();

    public GpPractice Practice { get; set; } = new();

    public AboutMe AboutMe { get; set; } = new();

    public Requirements Requirements { get; set; } = new();

    public Background Background { get; set; } = new();

    public Contacts Contacts { get; set; } = new();

    public Safeguarding Safeguarding { get; set; } = new();

    public Health Health { get; set; } = new();

    public SocialContext Social { get; set; } = new();

    public CareServices Services { get; set; } = new();

    public Particulars Particulars { get; set; } = new();

    /// <summary>All sections as they are kept.</summary>
    public static SectionForms Of(Person person, PrivateText texts) => new()
    {
        Who = person.Read<Who>(texts) ?? new(),
        Reach = person.Read<Reach>(texts) ?? new(),
        Communication = person.Read<Communication>(texts) ?? new(),
        Risks = person.Read<Risks>(texts) ?? new(),
        Address = person.Read<HomeAddress>(texts) ?? new(),
        Practice = person.Read<GpPractice>(texts) ?? new(),
        AboutMe = person.Read<AboutMe>(texts) ?? new(),
        Requirements = person.Read<Requirements>(texts) ?? new(),
        Background = person.Read<Background>(texts) ?? new(),
        Contacts = person.Read<Contacts>(texts) ?? new(),
        Safeguarding = person.Read<Safeguarding>(texts) ?? new(),
        Health = person.Read<Health>(texts) ?? new(),
        Social = person.Read<SocialContext>(texts) ?? new(),
        Services = person.Read<CareServices>(texts) ?? new(),
        Particulars = person.Read<Particulars>(texts) ?? new(),
    };

    /// <summary>Makes room for one more where there can be several.</summary>
    public void MakeRoom()
    {
        Risks = Risks.WithRoom();
        Contacts = Contacts.WithRoom();
        Safeguarding = Safeguarding.WithRoom();
        Services = Services.WithRoom();
    }
}
