using Microsoft.AspNetCore.Mvc;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Asks whether the last contact was logged by mistake, and takes it back.</summary>
internal sealed class TakeBackModel(PathTools tools, TakingBack takingBack, PathwayWords inWords) : PersonPathPage(tools)
{
    /// <summary>Id of the contact that is shown.</summary>
    [BindProperty]
    public string? Entry { get; set; }

    public Mistake? Mistake { get; private set; }

    /// <summary>The contact in words.</summary>
    public string What { get; private set; } = "";

    public string Note { get; private set; } = "";

    /// <summary>What was next before it.</summary>
    public NextStep? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await OpenAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
        => await AnswerAsync(await takingBack.TakeBackAsync(Id, Entry ?? "", cancellationToken), Tools.Words["TakenBack.Done"], cancellationToken);

    protected override async Task<bool> LoadAsync(Person person, CancellationToken cancellationToken)
    {
        if (await takingBack.FindAsync(Id, cancellationToken) is not { } mistake) return false;
        (Mistake, Note, Before) = (mistake, mistake.Contact.Note(Tools.Texts), mistake.Contact.Before(Tools.Texts));
        What = inWords.Of(mistake.Contact, await Tools.Rules.ReadAsync(cancellationToken));
        return true;
    }
}
