using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Resources;
using Portal.Learning.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Learning.Pages.Manage;

/// <summary>What was done to an article, and the way back.</summary>
internal sealed class ArticleHistoryModel(ArticleEditor editor, ArticleOverview overview, ITaxonomies taxonomies, TenantContext tenant, IStringLocalizer<LearningText> texts) : PageModel
{
    private const int MostEntries = 100;

    public Article Article { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } article) return NotFound();
        Article = article;
        var titles = (await overview.ReadAsync(cancellationToken)).ToDictionary(row => row.Id, row => row.Source.Title, StringComparer.Ordinal);
        var lines = new HistoryLines(texts, await taxonomies.ReadAsync(cancellationToken), tenant.Settings.FallbackChain(tenant.Language), titles);
        Entries = [.. (await editor.HistoryAsync(article, MostEntries, cancellationToken)).Select(entry => Explain(entry, lines))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long number, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } article) return NotFound();
        var isRestored = await editor.RestoreAsync(article, number, cancellationToken);
        TempData["Notice"] = texts[isRestored ? "Notice.Restored" : "Notice.Unchanged"].Value;
        return RedirectToPage(new { slug });
    }

    private static HistoryEntry Explain(AuditEntry entry, HistoryLines lines)
    {
        var (before, after) = (Read(entry.Before), Read(entry.After));
        var language = (after ?? before)?.Text?.Language is { } code ? LanguageInfo.Find(code) : null;
        return new HistoryEntry(entry.Number, entry.At, entry.ActorName, entry.Action, entry.Why, language, lines.Missing(before, after), lines.Missing(after, before), before is not null);
    }

    private static ArticleSnapshot? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<ArticleSnapshot>(json, PortalJson.Options);

    /// <summary>One thing that was done.</summary>
    /// <param name="Language">Language of the text that was changed, or null.</param>
    /// <param name="Gone">Lines that stood there before and do not any more.</param>
    /// <param name="New">Lines that stand there since.</param>
    internal sealed record HistoryEntry(
        long Number, DateTimeOffset At, string Who, string Action, string? Why, LanguageInfo? Language, IReadOnlyList<string> Gone, IReadOnlyList<string> New, bool CanUndo);
}
