namespace Portal.OpenReferral.Contracts;

/// <summary>Imports feeds and spreadsheets into the directory of the scope's tenant, for the command line.</summary>
public interface IImports
{
    /// <summary>Reads a feed or file, and unless asked not to, puts it into the directory.</summary>
    /// <param name="progress">Told how far it has come, again and again.</param>
    /// <returns>What came of it. What somebody has to look at is not done: it waits on the pages.</returns>
    Task<ImportOutcome> RunAsync(ImportRequest request, IProgress<ImportProgress> progress, CancellationToken cancellationToken);
}

/// <summary>What to import.</summary>
public sealed record ImportRequest
{
    /// <summary>True for a spreadsheet, false for an Open Referral feed or file.</summary>
    public required bool IsSheet { get; init; }

    /// <summary>Name of a file, or the address of a feed.</summary>
    public required string From { get; init; }

    /// <summary>Name of the source; made from the file or the address where it is not given. A source of that name is read again.</summary>
    public string? SourceName { get; init; }

    /// <summary>Whose directory it is.</summary>
    public string? Publisher { get; init; }

    /// <summary>Licence it is under.</summary>
    public string? Licence { get; init; }

    /// <summary>True to say what would happen and keep nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>True when it is meant that more than a tenth goes.</summary>
    public bool MayRemoveMany { get; init; }
}

/// <summary>How far an import has come.</summary>
/// <param name="Lines">Lines or services read.</param>
/// <param name="Percent">How much of the file that is, where it is known.</param>
/// <param name="Applied">Changes put into the directory.</param>
public sealed record ImportProgress(int Lines, int? Percent, int Applied);

/// <summary>What came of an import.</summary>
public sealed record ImportOutcome
{
    /// <summary>Groups that are new.</summary>
    public int Added { get; init; }

    /// <summary>Groups that say something else than before.</summary>
    public int Changed { get; init; }

    /// <summary>Groups that are in the source no longer.</summary>
    public int Gone { get; init; }

    /// <summary>Groups that the source and somebody here changed both.</summary>
    public int Conflicts { get; init; }

    /// <summary>Groups of which nothing is different.</summary>
    public int Unchanged { get; init; }

    /// <summary>What is not done, in sentences; empty when all of it worked.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What was left out of lines that were taken, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
