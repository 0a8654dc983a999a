using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>When the group meets, as people say it, and the dates that are otherwise.</summary>
internal sealed class EditWhenModel(SectionTools tools, HolidayReader holidayReader, DateWords dates, IStringLocalizer<ScheduleText> own) : SectionModel(tools)
{
    /// <summary>More times than these are better said in the note or by a calendar.</summary>
    public const int MostRows = 8, MostChanges = 40;

    /// <summary>Dates shown of those to come.</summary>
    private const int DatesShown = 5;

    [BindProperty]
    public List<MeetingRow> Rows { get; set; } = [];

    [BindProperty]
    public List<ChangeRow> Changes { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public override string Heading => Texts["When.Heading"];

    /// <summary>The next dates by what is typed, or by what is saved where that cannot be read.</summary>
    public IReadOnlyList<NextDate> NextDates { get; private set; } = [];

    public Holidays Holidays { get; private set; } = Holidays.ByRule;

    public DateWords Dates => dates;

    public IReadOnlyList<SelectListItem> Rhythms => [.. MeetingRow.Rhythms.Select(rhythm => new SelectListItem(RhythmText(rhythm), rhythm))];

    public IReadOnlyList<SelectListItem> DaysOfWeek => [.. Schedule.Days.Select(day => new SelectListItem(DateWords.DayName(Schedule.DayOfWeekOf(day)), day))];

    public IReadOnlyList<SelectListItem> OnlyWhen => [new(own["Form.TermTime"], MeetingRow.TermTime), new(own["Form.NotBankHolidays"], MeetingRow.NotBankHolidays)];

    public IReadOnlyList<SelectListItem> Removal => [new(Texts["When.Remove"], "true")];

    /// <summary>True for a row that shows what is saved, and so can be taken out.</summary>
    public bool IsSaved(int row) => row < MeetingRow.Of(Listing.Schedules).Count;

    /// <summary>Shows the form again with one more time. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (Rows.Count < MostRows) Rows.Add(new MeetingRow());
        return Page();
    }

    /// <summary>Shows the form again with one more date that is otherwise. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostAddDateAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (Changes.Count < MostChanges) Changes.Add(new ChangeRow());
        return Page();
    }

    /// <summary>Shows the dates that follow from what is typed. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostDatesAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        ReadSchedules();
        return Page();
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        Holidays = await holidayReader.ReadAsync(cancellationToken);
        Show(Listing.Schedules);
        return true;
    }

    protected override void Fill()
    {
        Rows = MeetingRow.Of(Listing.Schedules);
        if (Rows.Count == 0) Rows.Add(new MeetingRow());
        Changes = ChangeRow.Of(Listing.Schedules, dates.Today);
        Changes.Add(new ChangeRow());
        Note = Listing.Source.ScheduleNote;
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var schedules = ReadSchedules();
        var note = TypedText.Clean(Note);
        var today = dates.Today;
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Facts = facts => TypedSchedules.SayTheSame(schedules, facts.Schedules, today) ? facts : facts with { Schedules = schedules },
            Words = words => words with { ScheduleNote = note },
        });
    }

    private IReadOnlyList<Schedule> ReadSchedules()
    {
        var schedules = new List<Schedule>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = i;
            if (!Rows[i].IsEmpty && Rows[i].Read((field, textKey) => Wrong($"Rows[{row}].{field}", textKey)) is { } schedule) schedules.Add(schedule);
        }

        var changes = Changes.Select((change, row) => change.IsEmpty ? null : change.Read((field, textKey) => Wrong($"Changes[{row}].{field}", textKey)))
            .Select((change, row) => (Change: change, Row: row)).OrderBy(pair => pair.Change?.Off ?? pair.Change?.On).ToList();
        if (!ModelState.IsValid) return Listing.Schedules;
        var joined = TypedSchedules.Join(MeetingRow.Join(schedules), [.. changes.Select(pair => pair.Change)], (place, field, textKey) => Wrong($"Changes[{changes[place].Row}].{field}", textKey));
        if (ModelState.IsValid) Show(joined);
        return joined;
    }

    private void Show(IReadOnlyList<Schedule> schedules) => NextDates = Recurrence.NextDates(schedules, SeasonalBreak.MeetsFrom(dates.Now, Listing.BackOn), DatesShown, holidays: Holidays);

    private void Wrong(string field, string textKey) => ModelState.AddModelError(field, own[textKey] is { ResourceNotFound: false } text ? text : Texts[textKey]);

    private string RhythmText(string rhythm) => own["Form.Rhythm." + rhythm] is { ResourceNotFound: false } text ? text : Texts["When.Rhythm." + rhythm];
}
