using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services.Matching;

/// <summary>Records that nothing suits: what was looked for and in which area, never for whom.</summary>
internal sealed class UnmetWishes(PlanEditor editor, IUnmetNeeds unmet, PrivateText texts, DateWords dates)
{
    /// <summary>Counts the wishes of a plan among the unmet needs, once until they are changed.</summary>
    public Task<ChangeResult> RecordAsync(string planId, CancellationToken cancellationToken)
        => editor.ChangeAsync(
            planId,
            "plan.unmet-need",
            plan =>
            {
                var wishes = plan.Wishes(texts);
                if (wishes.IsEmpty || wishes.UnmetOn is not null) return false;
                unmet.Record(new UnmetWish(wishes.Activities, wishes.Needs, wishes.Place));
                plan.SetWishes(texts, wishes with { UnmetOn = dates.Today });
                return true;
            },
            cancellationToken);
}
