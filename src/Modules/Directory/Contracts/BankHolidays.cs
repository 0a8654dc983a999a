namespace Portal.Directory.Contracts;

/// <summary>The bank holidays of the tenant: those by rule, with what was entered at <c>/manage/term-dates</c>.</summary>
public interface IBankHolidays
{
    /// <summary>Says of any date whether it is one.</summary>
    ValueTask<Predicate<DateOnly>> ReadAsync(CancellationToken cancellationToken);
}
