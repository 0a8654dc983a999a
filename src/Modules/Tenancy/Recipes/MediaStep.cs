using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Recipes;

/// <summary>
/// Orchard Core's step <c>media</c>: the tenant's own files, of which the logo is one. An export puts them into the recipe itself,
/// so that a site is one file; a recipe written by hand may name pictures that lie beside it. Nothing is fetched from elsewhere.
/// </summary>
internal sealed class MediaStep(LogoFiles files, TenantContext tenant) : IRecipeStep
{
    public string Name => "media";

    public Type Model => typeof(MediaStepModel);

    /// <summary>After everything that is read by people.</summary>
    public int Order => 900;

    public async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        foreach (var given in ((MediaStepModel)run.Model).Files)
        {
            if (!LogoFiles.IsName(given.TargetPath))
                run.Error($"'{given.TargetPath}' is no name for a file here. It needs letters, digits, dots and hyphens, and ends in {string.Join(", ", LogoFiles.ContentTypes.Keys)}.");
            else if (await ReadAsync(given, run, cancellationToken) is not { } bytes)
                continue;
            else if (bytes.Length > LogoFiles.MaxLength || LogoFiles.EndingOf(bytes) != Path.GetExtension(given.TargetPath))
                run.Error($"The file '{given.TargetPath}' is no picture of that kind, or larger than {LogoFiles.MaxLength / 1024} KB.");
            else
                run.BeforeKept(stop => files.WriteAsync(given.TargetPath, bytes, stop));
        }
    }

    /// <summary>Every file but logos of earlier times.</summary>
    public async Task<object?> ExportAsync(CancellationToken cancellationToken)
    {
        var written = new List<MediaFileModel>();
        foreach (var name in files.Names.Where(name => !LogoFiles.IsLogo(name) || name == tenant.Settings.Logo))
            written.Add(new MediaFileModel { TargetPath = name, Base64 = Convert.ToBase64String(await File.ReadAllBytesAsync(Path.Combine(files.Folder, name), cancellationToken)) });
        return written.Count == 0 ? null : new MediaStepModel { Files = written };
    }

    /// <summary>The bytes of a file; null when there are none, which has been told then.</summary>
    private static async Task<byte[]?> ReadAsync(MediaFileModel given, StepRun run, CancellationToken cancellationToken)
    {
        if (given.Base64 is null == given.SourcePath is null)
        {
            run.Error($"The file '{given.TargetPath}' needs either Base64 or SourcePath.");
            return null;
        }

        if (given.SourcePath is { } source)
        {
            var path = Path.GetFullPath(Path.Combine(run.Folder, source));
            if (path.StartsWith(run.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)) return await File.ReadAllBytesAsync(path, cancellationToken);
            run.Error($"There is no file '{source}' beside the recipe.");
            return null;
        }

        var bytes = new byte[given.Base64!.Length];
        if (Convert.TryFromBase64String(given.Base64, bytes, out var length)) return bytes[..length];
        run.Error($"The file '{given.TargetPath}' is not written in Base64.");
        return null;
    }
}

/// <summary>The step <c>media</c>.</summary>
internal sealed record MediaStepModel
{
    /// <summary>The files. One that is there already under its name is written over.</summary>
    public required IReadOnlyList<MediaFileModel> Files { get; init; }
}

/// <summary>One file.</summary>
internal sealed record MediaFileModel
{
    /// <summary>Its name in the tenant's media folder.</summary>
    public required string TargetPath { get; init; }

    /// <summary>Its bytes.</summary>
    public string? Base64 { get; init; }

    /// <summary>Where it lies, counted from the folder of the recipe.</summary>
    public string? SourcePath { get; init; }
}
