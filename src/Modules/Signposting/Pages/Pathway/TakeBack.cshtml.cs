using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Asks whether the last contact was logged by mistake, and takes it back.</summary>
internal sealed class TakeBackModel(
    PersonAccess access, TakingBack takingBack, PathwayRules rules, PathwayWords inWords, NextStepForms forms, PrivateText texts, IStringLocalizer<PathwayText> words) : PersonPathPage(access, forms, texts, words)
{
    private readonly PrivateText texts = texts;
    private readonly IStringLocalizer<PathwayText> words = words;

    /// <summary>Id of the contact that is shown.</summary>
    [BindProperty]
    public string? Entry { get; set; }

    public Mistake? Mistake { get; private set; }

    /// <summary>The contact in words.</summary>
    public string What { get; private set; } = "";

    public string Note { get; private set; } = "";

    /// <summary>What was next before it.</summary>
    public NextStep? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await takingBack.TakeBackAsync(Id, Entry ?? "", cancellationToken);
        if (result == PathwayResult.ChangedMeanwhile && !await LoadAsync(cancellationToken)) return NotFound();
        return await AnswerAsync(result, words["TakenBack.Done"], cancellationToken);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null || await takingBack.FindAsync(Id, cancellationToken) is not { } mistake) return false;
        (Mistake, Note, Before) = (mistake, mistake.Contact.Note(texts), mistake.Contact.Before(texts));
        What = inWords.Of(mistake.Contact, await rules.ReadAsync(cancellationToken));
        return true;
    }
}
