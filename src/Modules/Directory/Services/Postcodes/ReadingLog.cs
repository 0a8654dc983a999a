using System.Globalization;

namespace Portal.Directory.Services.Postcodes;

/// <summary>What there is to say of a file that is read: how far it is, what was found, and each line that could not be read with its reason.</summary>
/// <param name="lines">Told every few ten thousand lines how many have been read.</param>
internal sealed class ReadingLog(IProgress<long>? lines)
{
    /// <summary>So many faulty lines are told one by one.</summary>
    private const int MostTold = 100;

    private const int LinesBetween = 50_000;

    public List<string> Notes { get; } = [];

    public List<string> Problems { get; } = [];

    /// <summary>How many lines could not be read.</summary>
    public long Refused { get; private set; }

    /// <summary>A line that could not be read.</summary>
    public void Refuse(string what, long number, string reason)
    {
        if (++Refused <= MostTold) Problems.Add($"{what} {Number(number)}: {reason}.");
    }

    /// <summary>So many lines have been read.</summary>
    public void Tell(long read)
    {
        if (read % LinesBetween == 0) lines?.Report(read);
    }

    /// <summary>Says how many faulty lines were not told.</summary>
    public void Close()
    {
        if (Refused > MostTold) Problems.Add($"… and {Number(Refused - MostTold)} more lines that could not be read.");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
