using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;

namespace Portal.Directory.Jobs;

/// <summary>Removes photos that no page has shown, and nobody has suggested, for a month. Until then, taking one away can be undone.</summary>
internal sealed class ForgetPhotos(PortalDbContext db, TimeProvider clock, IStringLocalizer<DirectoryText> texts) : TenantJob
{
    private static readonly TimeSpan kept = TimeSpan.FromDays(30);

    public override string Id => "directory.forget-photos";

    public override string TextKey => "Job.ForgetPhotos";

    public override Type Resources => typeof(DirectoryText);

    public override string Schedule => "0 40 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var suggestions = db.Set<Suggestion>().Where(suggestion => suggestion.State == SuggestionState.Waiting || suggestion.State == SuggestionState.Returned);
        var used = db.Set<ListingPhoto>().Where(photo => db.Set<Listing>().Any(listing => listing.PhotoId == photo.Id) || suggestions.Any(suggestion => suggestion.After.Contains(photo.Id)));
        var unused = db.Set<ListingPhoto>().Where(photo => !used.Any(shown => shown.Id == photo.Id));
        await used.Where(photo => photo.UnusedSince != null)
            .ExecuteUpdateAsync(set => set.SetProperty(photo => photo.UnusedSince, (DateTimeOffset?)null), cancellationToken);
        await unused.Where(photo => photo.UnusedSince == null).ExecuteUpdateAsync(set => set.SetProperty(photo => photo.UnusedSince, now), cancellationToken);
        var before = now - kept;
        var gone = await unused.Where(photo => photo.UnusedSince < before).ExecuteDeleteAsync(cancellationToken);
        return gone > 0 ? texts.Count("Job.ForgetPhotos.Done", gone).Value : null;
    }
}
