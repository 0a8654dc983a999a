using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Domain;

/// <summary>How far a run has come.</summary>
internal enum RunState
{
    /// <summary>The columns of the spreadsheet have to be looked at first.</summary>
    Mapping,

    /// <summary>Waits for its turn to be read.</summary>
    Waiting,

    /// <summary>Is being fetched and read into the staging area.</summary>
    Reading,

    /// <summary>Everything is in the staging area and waits for somebody to look at it.</summary>
    Review,

    /// <summary>What was decided is being put into the directory.</summary>
    Applying,

    /// <summary>Done.</summary>
    Done,

    /// <summary>What it brought is being taken back.</summary>
    Undoing,

    /// <summary>Taken back.</summary>
    Undone,

    /// <summary>Given up by somebody; nothing of it is in the directory.</summary>
    Dropped,

    /// <summary>Could not be read at all.</summary>
    Failed,
}

/// <summary>One reading of a source.</summary>
internal sealed class ImportRun : IBehindTheScenes
{
    public required string Id { get; init; }

    public required string SourceId { get; init; }

    public RunState State { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who asked for it, as shown to people.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Name of the file that was brought, as its owner calls it; null for a feed.</summary>
    public string? FileName { get; init; }

    /// <summary>True for one that only says what would happen.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Lines or services read so far; where reading goes on after a crash.</summary>
    public int LinesDone { get; set; }

    /// <summary>Bytes read so far, and bytes in all; 0 while that is not known.</summary>
    public long BytesDone { get; set; }

    public long BytesTotal { get; set; }

    /// <summary>Number of the last staged change.</summary>
    public int LastNumber { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Gone { get; set; }

    public int Conflicts { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Lines that could not be taken.</summary>
    public int Refused { get; set; }

    /// <summary>Things that were left out of lines that were taken.</summary>
    public int Notes { get; set; }

    /// <summary>Changes that are in the directory.</summary>
    public int Applied { get; set; }

    /// <summary>True when more than a tenth would go and somebody has to say that this is meant.</summary>
    public bool AsksBeforeRemoving { get; set; }

    /// <summary>Key of the reason why it failed, in the texts of imports, and what belongs in it.</summary>
    public string? FaultKey { get; set; }

    public IReadOnlyList<string> FaultValues { get; set; } = [];

    /// <summary>Until when a process has said that it works on this run. After a crash nobody renews it.</summary>
    public DateTimeOffset? BusyUntil { get; set; }

    /// <summary>True for a state in which the program has work to do.</summary>
    public static IReadOnlyList<RunState> AtWork { get; } = [RunState.Waiting, RunState.Reading, RunState.Applying, RunState.Undoing];

    /// <summary>Begins to read again from the first line.</summary>
    public void Restart()
        => (LinesDone, BytesDone, LastNumber, Added, Changed, Gone, Conflicts, Unchanged, Refused, Notes, AsksBeforeRemoving) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);

    public void Fail(string key, params IReadOnlyList<string> values) => (State, FaultKey, FaultValues, BusyUntil) = (RunState.Failed, key, values, null);
}
