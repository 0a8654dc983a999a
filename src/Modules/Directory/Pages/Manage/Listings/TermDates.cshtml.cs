using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>When schools are open, for as many years as are known, and the bank holidays that are proclaimed.</summary>
internal sealed class TermDatesModel(HolidayReader reader, HolidayEditor editor, DateWords dates, IStringLocalizer<ScheduleText> texts) : PageModel
{
    private const int BankHolidaysShown = 8;

    /// <summary>One stretch of days a line.</summary>
    [BindProperty]
    public string? Terms { get; set; }

    /// <summary>One day a line.</summary>
    [BindProperty]
    public string? Extra { get; set; }

    /// <summary>One day a line.</summary>
    [BindProperty]
    public string? Moved { get; set; }

    /// <summary>What is saved.</summary>
    public HolidaySettings Saved { get; private set; } = new();

    public DateWords Dates => dates;

    public DateOnly? KnownUntil => new Holidays(Saved).TermsKnownUntil;

    /// <summary>The bank holidays to come.</summary>
    public IReadOnlyList<DateOnly> BankHolidaysAhead
        => [.. new[] { dates.Today.Year, dates.Today.Year + 1 }.SelectMany(BankHolidays.Of).Except(Saved.MovedBankHolidays).Union(Saved.ExtraBankHolidays)
            .Where(date => date >= dates.Today).Order().Take(BankHolidaysShown)];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Saved = await reader.ReadSettingsAsync(cancellationToken);
        Terms = string.Join('\n', Saved.Terms.Select(term => texts["Holidays.Stretch", Write(term.First), Write(term.Last)].Value));
        Extra = string.Join('\n', Saved.ExtraBankHolidays.Select(Write));
        Moved = string.Join('\n', Saved.MovedBankHolidays.Select(Write));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = new HolidaySettings
        {
            Terms = [.. ReadLines(nameof(Terms), Terms, TypedDays.Stretch, "Holidays.StretchUnclear").OrderBy(term => term.First)],
            ExtraBankHolidays = [.. ReadLines(nameof(Extra), Extra, DateOf, "Holidays.DateUnclear").Select(day => day.First).Distinct().Order()],
            MovedBankHolidays = [.. ReadLines(nameof(Moved), Moved, DateOf, "Holidays.DateUnclear").Select(day => day.First).Distinct().Order()],
        };
        if (typed.Terms.Zip(typed.Terms.Skip(1)).FirstOrDefault(pair => pair.Second.First <= pair.First.Last) is ({ } first, { } second))
            ModelState.AddModelError(nameof(Terms), texts["Holidays.Overlap", Write(first.Last), Write(second.First)]);
        if (!ModelState.IsValid)
        {
            Saved = await reader.ReadSettingsAsync(cancellationToken);
            return Page();
        }

        TempData["Notice"] = texts[await editor.SaveAsync(typed, cancellationToken) ? "Holidays.Saved" : "Holidays.Unchanged"].Value;
        return RedirectToPage();
    }

    private static OpenDays? DateOf(string line) => TypedDays.Date(line) is { } date ? new OpenDays(date, date) : null;

    /// <summary>Reads line by line and tells which line cannot be read.</summary>
    private List<OpenDays> ReadLines(string field, string? typed, Func<string, OpenDays?> read, string unclear)
    {
        var days = new List<OpenDays>();
        foreach (var (number, line) in TypedDays.Lines(typed))
        {
            if (read(line) is { } found) days.Add(found);
            else ModelState.AddModelError(field, texts[unclear, number, line.Length <= 60 ? line : line[..60]]);
        }

        return days;
    }

    private static string Write(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
