namespace Portal.Directory.Resources;

/// <summary>Names the texts that say when groups meet: schedules, single dates, holidays, calendars.</summary>
internal sealed class ScheduleText;
