using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Programmes.Contracts;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services;

/// <summary>A step of a plan with what it leads to, in the reader's language.</summary>
internal sealed record StepItem
{
    public required string Id { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>The step in own words.</summary>
    public string? OwnTitle { get; init; }

    public required string Note { get; init; }

    /// <summary>The goal it serves, in the person's words; null for none.</summary>
    public string? Goal { get; init; }

    /// <summary>Who does it and when, in words; empty when nothing is written.</summary>
    public string Who { get; init; } = "";

    public string When { get; init; } = "";

    /// <summary>How sure the person is, 0 to 10; null when nobody asked.</summary>
    public int? Confidence { get; init; }

    /// <summary>When it is talked about again.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>When the person is reminded, and when that was done.</summary>
    public DateOnly? RemindOn { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public ListingCard? Listing { get; init; }

    public ArticleCard? Article { get; init; }

    public ProgrammeCard? Programme { get; init; }

    /// <summary>Name of the step; null when what it led to is no longer on the site.</summary>
    public string? Title => OwnTitle ?? Listing?.Title ?? Article?.Title ?? Programme?.Title;

    /// <summary>One line of what it is.</summary>
    public string? Summary => Listing?.Summary ?? Article?.Gist ?? Programme?.Gist;

    /// <summary>Language of title and summary; null for own words.</summary>
    public string? TextLanguage => Listing?.TextLanguage ?? Article?.TextLanguage ?? Programme?.TextLanguage;

    /// <summary>Address inside the tenant; null when it leads nowhere.</summary>
    public string? Path => PlanItems.PathOf(Kind, Listing?.Slug ?? Article?.Slug ?? Programme?.Slug);
}

/// <summary>Reads what the steps of plans lead to, with one look into each module however many steps there are.</summary>
internal sealed class PlanItems(IListings listings, IArticles articles, IProgrammes programmes, PrivateText texts)
{
    /// <summary>Address of a thing inside the tenant.</summary>
    public static string? PathOf(StepKind kind, string? slug) => (kind, slug) switch
    {
        (_, null) => null,
        (StepKind.Listing, _) => "/groups/" + slug,
        (StepKind.Article, _) => "/learn/" + slug,
        (StepKind.Programme, _) => "/programmes/" + slug,
        _ => null,
    };

    /// <summary>The steps of a plan in order.</summary>
    public async Task<IReadOnlyList<StepItem>> ReadAsync(Plan plan, CancellationToken cancellationToken)
    {
        var steps = plan.StepsInOrder.ToList();
        var groups = await CardsAsync(StepKind.Listing, listings.CardsAsync);
        var reading = await CardsAsync(StepKind.Article, articles.CardsAsync);
        var courses = await CardsAsync(StepKind.Programme, programmes.CardsAsync);
        return
        [
            .. steps.Select(step => new StepItem
            {
                Id = step.Id,
                Kind = step.Kind,
                OwnTitle = step.Title(texts),
                Note = step.Note(texts),
                Goal = plan.GoalOf(step)?.Words(texts),
                Who = step.Who(texts),
                When = step.When(texts),
                Confidence = step.Confidence,
                ReviewOn = step.ReviewOn,
                RemindOn = step.RemindOn,
                RemindedAt = step.RemindedAt,
                Listing = groups.GetValueOrDefault(step.ItemId ?? ""),
                Article = reading.GetValueOrDefault(step.ItemId ?? ""),
                Programme = courses.GetValueOrDefault(step.ItemId ?? ""),
            }),
        ];

        async Task<IReadOnlyDictionary<string, T>> CardsAsync<T>(StepKind kind, Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, T>>> read)
        {
            var ids = steps.Where(step => step.Kind == kind).Select(step => step.ItemId!).ToList();
            return ids.Count == 0 ? new Dictionary<string, T>(StringComparer.Ordinal) : await read(ids, cancellationToken);
        }
    }

    /// <summary>Whether there is such a thing for everybody to see.</summary>
    public async Task<bool> ExistsAsync(StepKind kind, string itemId, CancellationToken cancellationToken) => kind switch
    {
        StepKind.Listing => (await listings.CardsAsync([itemId], cancellationToken)).Count > 0,
        StepKind.Article => (await articles.CardsAsync([itemId], cancellationToken)).Count > 0,
        StepKind.Programme => (await programmes.CardsAsync([itemId], cancellationToken)).Count > 0,
        _ => false,
    };
}
