using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>Fills in one section of a record.</summary>
internal sealed class PersonSectionPageModel(
    PersonAccess access, SafeguardingAccess safeguarding, PersonEditor editor, PrivateText texts, SectionWords words, DateWords dates, IStringLocalizer<PeopleText> people) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute(Name = "section")]
    public string SectionName { get; set; } = "";

    [BindProperty]
    public SectionForms Form { get; set; } = new();

    /// <summary>Fingerprint of the section as the page showed it.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public PersonSection Which => Enum.Parse<PersonSection>(SectionName, ignoreCase: true);

    private bool IsSection => Enum.GetNames<PersonSection>().Contains(SectionName, StringComparer.OrdinalIgnoreCase);

    public string Name { get; private set; } = "";

    /// <summary>What somebody else saved while this was being typed; null when nobody did.</summary>
    public IReadOnlyList<SectionRow>? SavedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsSection || await FindAsync(cancellationToken) is not { } person) return NotFound();
        Shown = editor.FingerprintOf(person, Which);
        Form = SectionForms.Of(person, texts);
        Form.MakeRoom();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => !IsSection ? NotFound() : await (Which switch
    {
        PersonSection.Who => SaveAsync(Form.Who, cancellationToken),
        PersonSection.Reach => SaveAsync(Form.Reach, cancellationToken),
        PersonSection.Communication => SaveAsync(Form.Communication, cancellationToken),
        PersonSection.Risks => SaveAsync(Form.Risks, cancellationToken),
        PersonSection.Address => SaveAsync(Form.Address, cancellationToken),
        PersonSection.Practice => SaveAsync(Form.Practice, cancellationToken),
        PersonSection.AboutMe => SaveAsync(Form.AboutMe, cancellationToken),
        PersonSection.Requirements => SaveAsync(Form.Requirements, cancellationToken),
        PersonSection.Background => SaveAsync(Form.Background, cancellationToken),
        PersonSection.Contacts => SaveAsync(Form.Contacts, cancellationToken),
        PersonSection.Safeguarding => SaveAsync(Form.Safeguarding, cancellationToken),
        PersonSection.Health => SaveAsync(Form.Health, cancellationToken),
        PersonSection.Social => SaveAsync(Form.Social, cancellationToken),
        PersonSection.Services => SaveAsync(Form.Services, cancellationToken),
        _ => SaveAsync(Form.Particulars, cancellationToken),
    });

    private async Task<IActionResult> SaveAsync<T>(T typed, CancellationToken cancellationToken)
        where T : class, IPersonSection<T>, new()
    {
        if (await FindAsync(cancellationToken) is null) return NotFound();
        ModelState.Check($"{nameof(Form)}.{T.Section}", typed, dates.Today, people);
        if (!ModelState.IsValid) return await AgainAsync(cancellationToken);

        // Risks keep their places until they have been compared with those on record.
        var result = await editor.WriteAsync(Id, typed is Risks ? typed : SectionJson.Clean(typed), Shown, cancellationToken);
        if (result == SectionResult.NotFound) return NotFound();
        if (result == SectionResult.ChangedMeanwhile)
        {
            ModelState.Remove(nameof(Shown));
            ModelState.AddModelError("", people["Section.ChangedMeanwhile"]);
            return await AgainAsync(cancellationToken);
        }

        TempData["Notice"] = people["Section.Saved"].Value;
        return RedirectToPage("PersonPage", new { Id });
    }

    /// <summary>Shows the form as it was typed; where somebody else has saved meanwhile, with what stands there now.</summary>
    private async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } person) return NotFound();
        // Since when a risk is on record does not travel with the form; with it goes the box to say that it is over.
        foreach (var (typed, kept) in Form.Risks.Items.Zip(person.Read<Risks>(texts)?.Items ?? [])) typed.Since = kept.Since;
        Form.MakeRoom();
        var now = editor.FingerprintOf(person, Which);
        if (now != Shown && ModelState.ContainsKey("")) (Shown, SavedMeanwhile) = (now, words.Of(person, texts).Single(part => part.Section == Which).Rows);
        return Page();
    }

    private async Task<Person?> FindAsync(CancellationToken cancellationToken)
    {
        var person = await access.OpenAsync(Id, cancellationToken);
        if (person is not null && Which == PersonSection.Safeguarding && !await safeguarding.SeesAsync(person)) return null;
        Name = person?.Read<Who>(texts)?.FullName ?? "";
        return person;
    }
}
