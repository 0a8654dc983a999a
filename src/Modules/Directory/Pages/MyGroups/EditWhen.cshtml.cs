using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Domain;
using Portal.Directory.Typed;
using Portal.Platform.Languages;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>When the group meets: up to four times, as people say them.</summary>
internal sealed class EditWhenModel(SectionTools tools) : SectionModel(tools)
{
    /// <summary>More times than this are better said in the note.</summary>
    public const int MostRows = 4;

    [BindProperty]
    public List<MeetingRow> Rows { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public override string Heading => Texts["When.Heading"];

    public IReadOnlyList<SelectListItem> Rhythms => [.. MeetingRow.Rhythms.Select(rhythm => new SelectListItem(Texts["When.Rhythm." + rhythm], rhythm))];

    public IReadOnlyList<SelectListItem> DaysOfWeek => [.. Schedule.Days.Select(day => new SelectListItem(DateWords.DayName(Schedule.DayOfWeekOf(day)), day))];

    public IReadOnlyList<SelectListItem> Removal => [new(Texts["When.Remove"], "true")];

    /// <summary>True for a row that shows what is saved, and so can be taken out.</summary>
    public bool IsSaved(int row) => row < MeetingRow.Of(Listing.Schedules).Count;

    /// <summary>True when the dates of a row have to be in sight.</summary>
    public bool ShowsDates(int row)
        => Rows[row] is { Rhythm: MeetingRow.Fortnightly } || !string.IsNullOrEmpty(Rows[row].From) || !string.IsNullOrEmpty(Rows[row].Until);

    /// <summary>Shows the form again with one more row. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (Rows.Count < MostRows) Rows.Add(new MeetingRow());
        return Page();
    }

    protected override void Fill()
    {
        Rows = MeetingRow.Of(Listing.Schedules);
        if (Rows.Count == 0) Rows.Add(new MeetingRow());
        Note = Listing.Source.ScheduleNote;
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var schedules = new List<Schedule>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = i;
            if (!Rows[i].IsEmpty && Rows[i].Read((field, textKey) => Error($"Rows[{row}].{field}", textKey)) is { } schedule) schedules.Add(schedule);
        }

        var note = TypedText.Clean(Note);
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Facts = facts => MeetingRow.Join(schedules) is var joined && joined.SequenceEqual(facts.Schedules) ? facts : facts with { Schedules = joined },
            Words = words => words with { ScheduleNote = note },
        });
    }
}
