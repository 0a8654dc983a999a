using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Changes of volunteers and corrections of readers in the queue.</summary>
internal sealed class SuggestionSource(PortalDbContext db, SuggestionDecisions decisions) : SuggestionSourceBase(db, decisions)
{
    public const string Name = "suggestion";

    public override string Kind => Name;

    public override int Order => 10;

    protected override IQueryable<Suggestion> Narrow(IQueryable<Suggestion> all) => all.Where(suggestion => suggestion.Kind != SuggestionKind.NewListing);
}

/// <summary>New groups in the queue.</summary>
internal sealed class NewListingSource(PortalDbContext db, SuggestionDecisions decisions) : SuggestionSourceBase(db, decisions)
{
    public const string Name = "new";

    public override string Kind => Name;

    public override int Order => 20;

    protected override IQueryable<Suggestion> Narrow(IQueryable<Suggestion> all) => all.Where(suggestion => suggestion.Kind == SuggestionKind.NewListing);
}

/// <summary>What is alike for suggestions of all kinds.</summary>
internal abstract class SuggestionSourceBase(PortalDbContext db, SuggestionDecisions decisions) : IModerationSource
{
    public abstract string Kind { get; }

    public abstract int Order { get; }

    public Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken) => Waiting(filter).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken)
        => await Waiting(filter).OrderBy(suggestion => suggestion.ChangedAt).ThenBy(suggestion => suggestion.Id).Take(most)
            .Select(suggestion => new ModerationRow(
                Kind, suggestion.Id, suggestion.Revision, suggestion.Title, suggestion.Culture, suggestion.Name ?? suggestion.Email, suggestion.ChangedAt,
                suggestion.Why, suggestion.Language, "/manage/moderation/suggestions/" + suggestion.Id))
            .ToListAsync(cancellationToken);

    public Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken)
        => decisions.DecideAllAsync(chosen, decision, cancellationToken);

    protected abstract IQueryable<Suggestion> Narrow(IQueryable<Suggestion> all);

    private IQueryable<Suggestion> Waiting(ModerationFilter filter)
    {
        var waiting = Narrow(db.Set<Suggestion>().AsNoTracking().Where(suggestion => suggestion.State == SuggestionState.Waiting));
        if (filter.Only is { } only) waiting = waiting.Where(suggestion => only.Contains(suggestion.Id));
        return filter.Except.Count == 0 ? waiting : waiting.Where(suggestion => !filter.Except.Contains(suggestion.Id));
    }
}
