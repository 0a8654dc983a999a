namespace TestSupport;

/// <summary>Waits for the thing itself.</summary>
public static class Wait
{
    /// <summary>Asks until the answer is yes; gives up after a minute.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMinutes(1)) throw new TimeoutException("It did not come about.");
            await Task.Delay(50);
        }
    }
}
