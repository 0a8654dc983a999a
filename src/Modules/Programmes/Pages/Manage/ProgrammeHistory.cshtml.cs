using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Platform.Tenants;
using Portal.Programmes.Domain;
using Portal.Programmes.Resources;
using Portal.Programmes.Services;

namespace Portal.Programmes.Pages.Manage;

/// <summary>What was done to a programme, and the way back.</summary>
internal sealed class ProgrammeHistoryModel(
    ProgrammeEditor editor, EditingFrame frame, ITaxonomies taxonomies, IArticleTitles articles, ProgrammeWords words, TenantContext tenant,
    IStringLocalizer<ProgrammesText> texts, IStringLocalizer<ProgrammeEditingText> editing) : ThingHistoryPage(editor, frame)
{
    private TermList terms = null!;
    private IReadOnlyDictionary<string, string> titles = new Dictionary<string, string>(StringComparer.Ordinal);

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        terms = await taxonomies.ReadAsync(cancellationToken);
        titles = await articles.TitlesAsync(cancellationToken);
    }

    protected override IEnumerable<string> Lines(ThingDetails details)
    {
        var programme = (ProgrammeDetails)details;
        yield return texts[$"Kind.{programme.Kind}.Short"];
        yield return words.Length(programme.Minutes, programme.Sessions);
        yield return $"{editing["Details.Order"]}: {programme.Order.ToString(CultureInfo.CurrentCulture)}";
        foreach (var need in programme.Needs) yield return $"{editing["Details.Needs"]} {terms.Find(need)?.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name ?? need}";
        foreach (var article in programme.Articles) yield return $"{texts["Before.Title"]}: {titles.GetValueOrDefault(article, article)}";
    }
}
