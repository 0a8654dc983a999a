using System.Globalization;

namespace Benchmarks;

/// <summary>What can be said of the machine that measures.</summary>
internal static class Machine
{
    /// <summary>How many processes wanted to run in the last minute.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <summary>Processor time this process has used so far; on a busy machine it says more than the clock.</summary>
    public static TimeSpan Processor => Environment.CpuUsage.TotalTime;

    /// <summary>Memory of this process that is in use, in bytes, after everything that can be thrown away has been.</summary>
    public static (long Managed, long Resident) Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }

    /// <summary>Prints the median and the 99th percentile of times in milliseconds.</summary>
    public static void Print(string name, List<double> times, string? more = null)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-44} median {times[times.Count / 2],7:f2} ms, p99 {times[times.Count * 99 / 100],7:f2} ms{(more is null ? "" : $", {more}")}"));
    }
}
