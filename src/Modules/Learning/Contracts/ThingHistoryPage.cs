using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Languages;

namespace Portal.Learning.Contracts;

/// <summary>What was done to a thing, and the way back. The view is <c>/Pages/Manage/_ThingHistory.cshtml</c>.</summary>
public abstract class ThingHistoryPage(IThingEditor editor, EditingFrame frame) : PageModel
{
    private const int MostEntries = 100;

    /// <summary>The thing.</summary>
    public TranslatedThing Thing { get; private set; } = null!;

    /// <summary>What the page is called.</summary>
    public string Heading => frame.Words("History.Title", Thing.SourceText()!.Title);

    /// <summary>What was done, the newest first.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>Shows the history.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindThingAsync(slug, cancellationToken) is not { } thing) return NotFound();
        Thing = thing;
        var changes = await editor.HistoryAsync(thing, MostEntries, cancellationToken);
        await PrepareAsync(cancellationToken);
        Entries = [.. changes.Select(Explain)];
        return Page();
    }

    /// <summary>Puts back what stood before an entry.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, long number, CancellationToken cancellationToken)
    {
        if (await editor.FindThingAsync(slug, cancellationToken) is not { } thing) return NotFound();
        var isRestored = await editor.RestoreAsync(thing, number, cancellationToken);
        TempData["Notice"] = frame.Words(isRestored ? "Notice.Restored" : "Notice.Unchanged");
        return RedirectToPage(new { slug });
    }

    /// <summary>Reads what <see cref="Lines"/> needs to name things.</summary>
    protected abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Says in lines what the details were like, so that two states can be compared by people.</summary>
    protected abstract IEnumerable<string> Lines(ThingDetails details);

    private static IEnumerable<string> TextLines(TextSnapshot text)
        => new[] { text.Title, text.Gist }.Concat(text.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private HistoryEntry Explain(ThingChange change)
    {
        var (before, after) = (AllLines(change.TextBefore, change.DetailsBefore), AllLines(change.TextAfter, change.DetailsAfter));
        var language = (change.TextAfter ?? change.TextBefore)?.Language is { } code ? LanguageInfo.Find(code) : null;
        var entry = change.Entry;
        var deed = entry.Action[(entry.Action.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return new HistoryEntry(
            entry.Number, entry.At, entry.ActorName, deed, entry.Why, language,
            [.. before.Except(after, StringComparer.Ordinal)], [.. after.Except(before, StringComparer.Ordinal)], entry.Before is not null);
    }

    private List<string> AllLines(TextSnapshot? text, ThingDetails? details)
        => [.. text is not null ? TextLines(text) : details is not null ? [frame.Words(details.IsPublished ? "Manage.Published" : "Manage.Unpublished"), .. Lines(details)] : []];

    /// <summary>One thing that was done.</summary>
    /// <param name="Deed">What: <c>added</c>, <c>text</c>, <c>details</c>, <c>published</c>, <c>unpublished</c>, <c>restored</c>.</param>
    /// <param name="Language">Language of the text that was changed, or null.</param>
    /// <param name="Gone">Lines that stood there before and do not any more.</param>
    /// <param name="New">Lines that stand there since.</param>
    public sealed record HistoryEntry(
        long Number, DateTimeOffset At, string Who, string Deed, string? Why, LanguageInfo? Language, IReadOnlyList<string> Gone, IReadOnlyList<string> New, bool CanUndo);
}
