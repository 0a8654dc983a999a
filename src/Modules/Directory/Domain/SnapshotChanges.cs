using System.Text.Json;
using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>Brings a listing to another state as if somebody had typed the differences.</summary>
internal static class SnapshotChanges
{
    /// <summary>Writes what differs and nothing else: translations stay as far behind their source as typing would leave them.</summary>
    public static void ChangeTo(this Listing listing, ListingSnapshot to, Func<string> newVersion)
    {
        var now = listing.Snapshot();
        if (Json(now.Facts) != Json(to.Facts)) listing.Change(to.Facts, newVersion());

        // The source first: a translation that is said to be right is then of the source as it is now.
        foreach (var (culture, words) in to.Texts.OrderBy(pair => pair.Key == listing.Culture ? 0 : 1))
        {
            var isRight = to.Translations?.GetValueOrDefault(culture) is { IsUpToDate: true, Review: ContentTexts.Reviewed } said && now.Translations?.GetValueOrDefault(culture) != said;
            if (isRight || now.Texts.GetValueOrDefault(culture) != words) listing.Write(culture, words, newVersion(), isRight);
        }
    }

    private static string Json(ListingFacts facts) => JsonSerializer.Serialize(facts, PortalJson.Options);
}
