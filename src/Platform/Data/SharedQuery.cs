namespace Portal.Platform.Data;

/// <summary>
/// Lets those who ask the same thing at the same time share one query. Who comes while one is under way waits for the next, because
/// the answer must not be older than the question; so there are never more than two of them, however many ask.
/// </summary>
internal sealed class SharedQuery<T>(Func<Task<T>> ask)
{
    private readonly Lock changing = new();
    private Task<T>? running;
    private Task<T>? next;

    public Task<T> AskAsync()
    {
        lock (changing)
        {
            if (running is null) return running = RunAsync(Task.CompletedTask);
            return next ??= RunAsync(running);
        }
    }

    private async Task<T> RunAsync(Task before)
    {
        await Task.Yield(); // nothing of it inside the lock
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            return await ask();
        }
        finally
        {
            lock (changing) (running, next) = (next, null);
        }
    }
}
