using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Directory.Photos;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Our own step <c>ListingPhotos</c>: the photos that listings name. They are cleaned like any other that comes in.</summary>
internal sealed class ListingPhotosStep(PortalDbContext db, PhotoShelf photos) : IRecipeStep
{
    public string Name => "ListingPhotos";

    public Type Model => typeof(ListingPhotosModel);

    public int Order => 50;

    public async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        foreach (var photo in ((ListingPhotosModel)run.Model).Photos)
        {
            try
            {
                var id = await photos.AddAsync(Convert.FromBase64String(photo.Base64), cancellationToken);
                if (id != photo.Id) run.Error($"The photo '{photo.Id}' has the id {id} by its bytes.");
            }
            catch (FormatException)
            {
                run.Error($"The photo '{photo.Id}' is not written in Base64.");
            }
            catch (PhotoException problem)
            {
                run.Error($"The photo '{photo.Id}' cannot be taken: {problem.Fault}.");
            }
        }
    }

    public async Task<object?> ExportAsync(CancellationToken cancellationToken)
    {
        var shown = await db.Set<ListingPhoto>().AsNoTracking().Where(photo => db.Set<Listing>().Any(listing => listing.PhotoId == photo.Id))
            .OrderBy(photo => photo.Id).Select(photo => new { photo.Id, photo.Bytes }).ToListAsync(cancellationToken);
        return shown.Count == 0 ? null : new ListingPhotosModel { Photos = [.. shown.Select(photo => new PhotoItem(photo.Id, Convert.ToBase64String(photo.Bytes)))] };
    }
}

internal sealed record ListingPhotosModel
{
    /// <summary>The photos.</summary>
    public required IReadOnlyList<PhotoItem> Photos { get; init; }
}

/// <summary>A photo in a recipe.</summary>
/// <param name="Id">Id as listings name it: the first 26 digits of the SHA-256 of the cleaned file, in hexadecimal.</param>
/// <param name="Base64">The file.</param>
internal sealed record PhotoItem(string Id, string Base64);
