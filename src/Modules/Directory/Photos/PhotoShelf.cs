using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Photos;

/// <summary>A photo on a page.</summary>
internal sealed record ShownPhoto(string Id, int Width, int Height);

/// <summary>Keeps photos in the tenant's own database: a backup and another web node have them as they have everything else.</summary>
internal sealed class PhotoShelf(PortalDbContext db)
{
    /// <summary>Characters of an id: 104 bits of a hash.</summary>
    private const int IdLength = 26;

    /// <summary>Keeps a photo, before any listing refers to it, so that a form that comes back with an error need not be given it again. Saved at once.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="PhotoException">The file is none that can be taken.</exception>
    public async Task<string> KeepAsync(byte[] sent, CancellationToken cancellationToken)
    {
        var id = await AddAsync(sent, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries<ListingPhoto>().Any())
        {
            // The same photo was sent twice at the same moment: it is there.
            db.DiscardChanges();
        }

        return id;
    }

    /// <summary>Adds a photo without saving; one that is there already is left alone.</summary>
    /// <exception cref="PhotoException">The file is none that can be taken.</exception>
    public async Task<string> AddAsync(byte[] sent, CancellationToken cancellationToken)
    {
        var photo = PhotoCleaner.Clean(sent);
        var id = IdOf(photo.Bytes);
        if (await db.Set<ListingPhoto>().FindAsync([id], cancellationToken) is null)
            db.Add(new ListingPhoto { Id = id, ContentType = photo.ContentType, Width = photo.Width, Height = photo.Height, Bytes = photo.Bytes });
        return id;
    }

    /// <summary>A photo without its bytes; null when it is not there any more.</summary>
    public Task<ShownPhoto?> FindAsync(string id, CancellationToken cancellationToken)
        => db.Set<ListingPhoto>().Where(photo => photo.Id == id).Select(photo => new ShownPhoto(photo.Id, photo.Width, photo.Height)).SingleOrDefaultAsync(cancellationToken);

    public static string IdOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..IdLength];
}
