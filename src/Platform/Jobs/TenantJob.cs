namespace Portal.Platform.Jobs;

/// <summary>
/// Work that is done for each tenant by the clock. It is run at least once per due time, possibly again after a crash, so
/// running it twice must do no harm. Registered as a service of this type, scoped.
/// </summary>
public abstract class TenantJob
{
    /// <summary>Stable name, for example <c>messages.deliver</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Key of its description in the texts of <see cref="Resources"/>.</summary>
    public abstract string TextKey { get; }

    /// <summary>Marker class of the texts.</summary>
    public abstract Type Resources { get; }

    /// <summary>When it runs: a Quartz cron expression of seven fields in the tenant's time zone, for example <c>0 0 6 * * ?</c>.</summary>
    public abstract string Schedule { get; }

    /// <summary>Does the work for the tenant of the scope.</summary>
    /// <returns>What was done, in a few words for the list of jobs; null when there was nothing to do.</returns>
    public abstract Task<string?> RunAsync(CancellationToken cancellationToken);
}
