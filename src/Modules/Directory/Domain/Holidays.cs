namespace Portal.Directory.Domain;

/// <summary>The dates a tenant enters by hand: when schools are open, and what proclamations change of the bank holidays.</summary>
internal sealed record HolidaySettings
{
    /// <summary>Name of the setting it is kept as.</summary>
    public const string Name = "directory.holidays";

    /// <summary>Stretches of days on which schools are open, in order: half terms, for as many years as are known.</summary>
    public IReadOnlyList<OpenDays> Terms { get; init; } = [];

    /// <summary>Bank holidays that no rule gives.</summary>
    public IReadOnlyList<DateOnly> ExtraBankHolidays { get; init; } = [];

    /// <summary>Bank holidays by rule that are none this time.</summary>
    public IReadOnlyList<DateOnly> MovedBankHolidays { get; init; } = [];
}

/// <summary>Days on which schools are open, the first and the last included.</summary>
internal sealed record OpenDays(DateOnly First, DateOnly Last);

/// <summary>Says of any date whether it is a bank holiday and whether schools are open. Made of a tenant's settings; holds no more than they say.</summary>
internal sealed class Holidays(HolidaySettings settings)
{
    /// <summary>For where no tenant is at hand: bank holidays by rule only.</summary>
    public static Holidays ByRule { get; } = new(new HolidaySettings());

    /// <summary>The last date for which it is known whether schools are open; null when nothing is known.</summary>
    public DateOnly? TermsKnownUntil { get; } = settings.Terms.Count == 0 ? null : settings.Terms.Max(term => term.Last);

    /// <summary>
    /// True for bank holidays. Christmas Day, Boxing Day and New Year's Day count on their own date too, where another day stands for them:
    /// who does not meet on bank holidays does not meet then.
    /// </summary>
    public bool IsBankHoliday(DateOnly date)
        => !settings.MovedBankHolidays.Contains(date)
            && (date is { Month: 12, Day: 25 or 26 } or { Month: 1, Day: 1 } || BankHolidays.Of(date.Year).Contains(date) || settings.ExtraBankHolidays.Contains(date));

    /// <summary>True while schools are open. Where the tenant's dates do not reach, nothing is known, and a date is taken to be open: better a date to ask about than none.</summary>
    public bool IsTermTime(DateOnly date)
        => TermsKnownUntil is not { } last || date > last || date < settings.Terms.Min(term => term.First) || settings.Terms.Any(term => term.First <= date && date <= term.Last);
}
