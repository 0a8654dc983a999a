using Portal.Platform.Data;

namespace Portal.Jobs.Domain;

/// <summary>How a run of a job stands.</summary>
internal enum JobRunState
{
    Running,
    Succeeded,
    NothingToDo,
    Failed,

    /// <summary>The program was stopped while the job ran.</summary>
    Interrupted,
}

/// <summary>
/// One run of one job for this tenant. Runs that follow each other and find nothing to do share one row, so that a job that
/// looks every minute does not bury the others.
/// </summary>
internal sealed class JobRun : IBehindTheScenes
{
    private const int LongestError = 500;

    public required string Id { get; init; }

    public required string JobId { get; init; }

    /// <summary>When it started; for a row that stands for several runs, the last of them.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>1 for a run by the timetable, one more for each time it was tried again.</summary>
    public required int Attempt { get; init; }

    /// <summary>How many runs the row stands for.</summary>
    public int Times { get; private set; } = 1;

    public JobRunState State { get; private set; } = JobRunState.Running;

    public int Milliseconds { get; private set; }

    /// <summary>What was done, in the words of the job.</summary>
    public string? Done { get; private set; }

    /// <summary>What it failed with: kind and message of the error that caused all others, without a stack trace.</summary>
    public string? Error { get; private set; }

    public TimeSpan Duration => TimeSpan.FromMilliseconds(Milliseconds);

    public bool CanBeTriedAgain => State is JobRunState.Failed or JobRunState.Interrupted;

    public void Finish(string? done, TimeSpan took)
    {
        State = done is null ? JobRunState.NothingToDo : JobRunState.Succeeded;
        Done = done;
        Took(took);
    }

    public void Fail(Exception exception, TimeSpan took)
    {
        var cause = exception.GetBaseException();
        var error = $"{cause.GetType().Name}: {cause.Message}";
        State = JobRunState.Failed;
        Error = error.Length <= LongestError ? error : error[..LongestError] + "…";
        Took(took);
    }

    public void Interrupt(TimeSpan? took = null)
    {
        State = JobRunState.Interrupted;
        if (took is { } known) Took(known);
    }

    /// <summary>Lets the row stand for a later run that found nothing to do either.</summary>
    public void Repeat(JobRun later)
    {
        StartedAt = later.StartedAt;
        Milliseconds = later.Milliseconds;
        Times++;
    }

    private void Took(TimeSpan took) => Milliseconds = (int)Math.Min(took.TotalMilliseconds, int.MaxValue);
}
