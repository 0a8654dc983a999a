namespace Portal.Directory.Photos;

/// <summary>Why a file is not taken as a photo.</summary>
internal enum PhotoFault
{
    /// <summary>Neither JPEG, PNG nor WebP.</summary>
    NotAPhoto,

    /// <summary>More than <see cref="PhotoCleaner.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>A side shorter than <see cref="PhotoCleaner.ShortestSide"/>.</summary>
    TooSmall,

    /// <summary>A side longer than <see cref="PhotoCleaner.LongestSide"/>, or more than <see cref="PhotoCleaner.MostPixels"/> in all.</summary>
    TooManyPixels,

    /// <summary>Cut off, or not put together as its format says.</summary>
    Damaged,

    /// <summary>A moving picture.</summary>
    Moving,
}

/// <summary>A photo of which nothing is left but the picture.</summary>
/// <param name="ContentType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>.</param>
/// <param name="Width">Pixels as it is shown, after it has been turned the right way up.</param>
/// <param name="Height">Pixels as it is shown.</param>
internal sealed record CleanPhoto(byte[] Bytes, string ContentType, int Width, int Height);

/// <summary>A file cannot be taken.</summary>
internal sealed class PhotoException(PhotoFault fault) : Exception
{
    public PhotoFault Fault => fault;
}

/// <summary>
/// Takes photos in: knows them by their bytes, and copies only what is needed to show them. Place, time, camera, thumbnails, words
/// and whatever hangs behind the picture stay out, whatever the browser did before. Of the metadata only which way up it is
/// stays, as the one tag of a block made here.
/// </summary>
internal static class PhotoCleaner
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int ShortestSide = 200;
    public const int LongestSide = 8000;
    public const int MostPixels = 40_000_000;

    /// <summary>The photo without anything else in it.</summary>
    /// <exception cref="PhotoException">The file is none that can be taken.</exception>
    public static CleanPhoto Clean(ReadOnlySpan<byte> sent)
    {
        if (sent.Length > MostBytes) throw new PhotoException(PhotoFault.TooLarge);
        var photo = JpegFile.Is(sent) ? JpegFile.Clean(sent)
            : PngFile.Is(sent) ? PngFile.Clean(sent)
            : WebpFile.Is(sent) ? WebpFile.Clean(sent)
            : throw new PhotoException(PhotoFault.NotAPhoto);
        if (photo.Width > LongestSide || photo.Height > LongestSide || (long)photo.Width * photo.Height > MostPixels) throw new PhotoException(PhotoFault.TooManyPixels);
        if (photo.Width < ShortestSide || photo.Height < ShortestSide) throw new PhotoException(PhotoFault.TooSmall);
        return photo;
    }

    /// <summary>A photo as it is shown: one that lies on its side has its sides exchanged.</summary>
    public static CleanPhoto Shown(byte[] bytes, string contentType, int width, int height, int orientation)
        => ExifOrientation.LiesOnItsSide(orientation) ? new CleanPhoto(bytes, contentType, height, width) : new CleanPhoto(bytes, contentType, width, height);
}
