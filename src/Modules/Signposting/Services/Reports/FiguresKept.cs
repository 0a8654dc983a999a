using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Services.Reports;

/// <summary>
/// The counts for reports. They name nobody and are in nobody's file; when somebody is erased, what they add to the months that are not counted yet is kept
/// first, so that a report of the past is the same with and without the record.
/// </summary>
internal sealed class FiguresKept(MonthCounting counting) : IKeptOnPeople
{
    /// <summary>The last place, which is erased first: while the rest is still there to be counted.</summary>
    public int Order => 100;

    public IReadOnlyList<Type> Kinds { get; } = [typeof(CountedMonth)];

    public Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EraseAsync(string personId, CancellationToken cancellationToken) => counting.KeepAsync(personId, cancellationToken);

    public Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);
}
