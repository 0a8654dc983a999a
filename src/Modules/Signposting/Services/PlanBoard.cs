using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services;

/// <summary>A plan on the board.</summary>
/// <param name="WorkerName">Whose it is; null on the worker's own board.</param>
internal sealed record BoardItem(
    string Id, string Name, string Language, string? WorkerName, DateOnly ChangedOn, PlanProgress Progress, NextThing Next, DateOnly? LastOpenedOn);

/// <summary>Which plans a board shows.</summary>
/// <param name="Everybodys">Those of all colleagues, where the worker may see them.</param>
/// <param name="Closed">Those put away as done, instead of those in use.</param>
internal sealed record BoardChoice(bool Everybodys, bool Closed, int Page);

/// <summary>The overview of a worker's plans.</summary>
internal sealed class PlanBoard(PlanAccess access, PrivateText texts, IUsers users, DateWords dates)
{
    private const int PageSize = 100;

    /// <summary>Reads one page of plans: those whose link has run out first, then the last changed.</summary>
    public async Task<Page<BoardItem>> ReadAsync(BoardChoice choice, CancellationToken cancellationToken)
    {
        var (today, me) = (dates.Today, access.WorkerId);
        var rows = await (await access.VisibleAsync()).AsNoTracking()
            .Where(plan => plan.RemovedAt == null && (plan.ClosedAt != null) == choice.Closed && (choice.Everybodys || plan.WorkerId == me))
            .Select(plan => new
            {
                plan.Id,
                plan.SealedName,
                plan.Language,
                plan.WorkerId,
                plan.ChangedAt,
                Steps = plan.Steps.Count(step => step.RemovedAt == null),
                LastDay = plan.Shares.Where(share => share.EndedAt == null).Max(share => (DateOnly?)share.LastDay),
                Openings = plan.Shares.Where(share => share.EndedAt == null).Sum(share => share.Openings),
                LastOpenedAt = plan.Shares.Where(share => share.EndedAt == null).Max(share => share.LastOpenedAt),
            })
            .OrderByDescending(row => row.LastDay != null && row.LastDay < today)
            .ThenByDescending(row => row.ChangedAt)
            .ThenBy(row => row.Id)
            .ToPageAsync(choice.Page, PageSize, cancellationToken);
        var workers = choice.Everybodys ? await users.FindAsync([.. rows.Items.Select(row => row.WorkerId).Distinct(StringComparer.Ordinal)], cancellationToken) : null;
        return new Page<BoardItem>(
            [
                .. rows.Items.Select(row =>
                {
                    var progress = new PlanProgress(row.Steps, row.LastDay, row.Openings, choice.Closed);
                    return new BoardItem(
                        row.Id,
                        texts.Open(row.SealedName, row.Id, nameof(Plan.SealedName)),
                        row.Language,
                        workers?.GetValueOrDefault(row.WorkerId)?.Name,
                        dates.DateOf(row.ChangedAt),
                        progress,
                        progress.Next(today),
                        row.LastOpenedAt is { } opened ? dates.DateOf(opened) : null);
                }),
            ],
            rows.Number,
            rows.Size,
            rows.Total);
    }
}
