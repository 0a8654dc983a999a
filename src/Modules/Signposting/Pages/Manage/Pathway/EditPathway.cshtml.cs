using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Manage.Pathway;

/// <summary>The stages people go through, how soon they are contacted, why care ends.</summary>
internal sealed class EditPathwayModel(PathwayRules rules, TenantContext tenant, IStringLocalizer<PathwayText> words) : PageModel
{
    [BindProperty]
    public List<NamedFields> Stages { get; set; } = [];

    [BindProperty]
    public List<NamedFields> Reasons { get; set; } = [];

    /// <summary>Days, as typed; likewise the others.</summary>
    [BindProperty]
    public string? FirstContact { get; set; }

    [BindProperty]
    public string? TryAgain { get; set; }

    [BindProperty]
    public string? Quiet { get; set; }

    [BindProperty]
    public string? Capacity { get; set; }

    [BindProperty]
    public bool UsesCapacity { get; set; }

    /// <summary>By what the settings are recognised that the page showed.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public IReadOnlyList<string> Languages => tenant.Settings.Languages;

    /// <summary>How many people are in each stage.</summary>
    public IReadOnlyDictionary<string, int> People { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var saved = await rules.ReadAsync(cancellationToken);
        Shown = FingerprintOf(saved);
        Stages = [.. saved.Stages.Select((stage, index) => Fields("Stage", stage, index, stage.ExpectedDays, stage.IsWaiting)), New()];
        Reasons = [.. saved.ClosingReasons.Select((reason, index) => Fields("Reason", reason, index)), New()];
        (FirstContact, TryAgain, Quiet, Capacity, UsesCapacity) = (Text(saved.FirstContactDays), Text(saved.TryAgainDays), Text(saved.QuietWeeks), Text(saved.Capacity), saved.UsesCapacity);
        People = await rules.PeopleInAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var row in Stages.Concat(Reasons)) Complete(row);
        People = await rules.PeopleInAsync(cancellationToken);
        var saved = await rules.ReadAsync(cancellationToken);
        if (Shown != FingerprintOf(saved)) ModelState.AddModelError("", words["Manage.ChangedMeanwhile"]);
        var typed = new PathwaySettings
        {
            Stages = [.. Kept(Stages, nameof(Stages)).Select(row => new PathwayStage { Key = row.Key, Names = row.Names, IsWaiting = row.Fields.IsWaiting, ExpectedDays = row.Days })],
            ClosingReasons = [.. Kept(Reasons, nameof(Reasons)).Select(row => new ClosingReason { Key = row.Key, Names = row.Names })],
            FirstContactDays = Number(nameof(FirstContact), FirstContact, PathwaySettings.MostDays),
            TryAgainDays = Number(nameof(TryAgain), TryAgain, PathwaySettings.MostDays),
            QuietWeeks = Number(nameof(Quiet), Quiet, PathwaySettings.MostWeeks),
            UsesCapacity = UsesCapacity,
            Capacity = UsesCapacity ? Number(nameof(Capacity), Capacity, PathwaySettings.MostPeople) : saved.Capacity,
        };
        if (typed.Stages.Count is 0 or > PathwaySettings.MostStages) ModelState.AddModelError("", words["Manage.StagesMissing", PathwaySettings.MostStages]);
        if (typed.ClosingReasons.Count is 0 or > PathwaySettings.MostReasons) ModelState.AddModelError("", words["Manage.ReasonsMissing", PathwaySettings.MostReasons]);
        if (!ModelState.IsValid) return Page();
        TempData["Notice"] = words[await rules.SaveAsync(typed, cancellationToken) ? "Manage.Saved" : "Manage.Unchanged"].Value;
        return RedirectToPage();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string FingerprintOf(PathwaySettings settings) => TypedTexts.Fingerprint(JsonSerializer.Serialize(settings, PortalJson.Options));

    /// <summary>A place for one more.</summary>
    private NamedFields New() => Complete(new NamedFields());

    /// <summary>With a name in each language, if an empty one: the form asks for each.</summary>
    private NamedFields Complete(NamedFields row)
    {
        foreach (var language in Languages) row.Names.TryAdd(language, null);
        return row;
    }

    private NamedFields Fields(string kind, PathwayName named, int index, int? days = null, bool isWaiting = false) => new()
    {
        Key = named.Key,
        Order = Text(index + 1),
        Days = days is { } limit ? Text(limit) : null,
        IsWaiting = isWaiting,
        Names = Languages.ToDictionary(language => language, language => named.Names.GetValueOrDefault(language) ?? (named.Names.Count == 0 ? BuiltIn(kind, named.Key, language) : null), StringComparer.Ordinal),
    };

    private string? BuiltIn(string kind, string key, string language)
        => LanguageInfo.Of(language).Say(() => words[$"{kind}.{key}"]) is { ResourceNotFound: false } text ? text.Value : null;

    /// <summary>What stays, in the order that was typed; what is wrong is said beside its field.</summary>
    private List<(NamedFields Fields, string Key, IReadOnlyDictionary<string, string> Names, int? Days)> Kept(List<NamedFields> rows, string prefix)
    {
        var kept = new List<(NamedFields Fields, string Key, IReadOnlyDictionary<string, string> Names, int? Days, int Order)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, field) = (rows[i], string.Create(CultureInfo.InvariantCulture, $"{prefix}[{i}]"));
            if (row.IsEmpty) continue;
            var isStage = prefix == nameof(Stages);
            if (row.Remove)
            {
                if (isStage && People.GetValueOrDefault(row.Key ?? "") > 0) ModelState.AddModelError(field + ".Remove", words.Count("Manage.StageInUse", People[row.Key!]));
                continue;
            }

            var names = row.Names.Where(name => Languages.Contains(name.Key, StringComparer.Ordinal) && !string.IsNullOrWhiteSpace(name.Value)).ToDictionary(name => name.Key, name => name.Value!.Trim(), StringComparer.Ordinal);
            if (!names.ContainsKey(tenant.Settings.DefaultLanguage)) ModelState.AddModelError($"{field}.Names[{tenant.Settings.DefaultLanguage}]", words["Manage.NameMissing"]);
            foreach (var name in names.Where(name => name.Value.Length > PathwaySettings.LongestName)) ModelState.AddModelError($"{field}.Names[{name.Key}]", words["Text.Long", PathwaySettings.LongestName]);
            int? days = isStage && !string.IsNullOrWhiteSpace(row.Days) ? Number(field + ".Days", row.Days, PathwaySettings.MostDays) : null;
            var order = string.IsNullOrWhiteSpace(row.Order) ? rows.Count : Number(field + ".Order", row.Order, PathwaySettings.MostDays);
            kept.Add((row, string.IsNullOrEmpty(row.Key) ? NewKey(names, rows) : row.Key, names, days, order));
        }

        return [.. kept.OrderBy(row => row.Order).Select(row => (row.Fields, row.Key, row.Names, row.Days))];
    }

    /// <summary>A key that nothing has yet, after the name where that is in Latin letters.</summary>
    private string NewKey(Dictionary<string, string> names, List<NamedFields> rows)
    {
        var name = names.GetValueOrDefault(tenant.Settings.DefaultLanguage, "").ToLowerInvariant();
        var slug = string.Join('-', new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (slug.Length is 0 or > PathwaySettings.LongestKey - 4) slug = "new";
        var key = slug;
        for (var number = 2; rows.Exists(row => row.Key == key) || People.ContainsKey(key); number++) key = $"{slug}-{Text(number)}";
        return key;
    }

    private int Number(string field, string? typed, int most)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        ModelState.AddModelError(field, words["Manage.NumberMissing", 1, most]);
        return 1;
    }
}
