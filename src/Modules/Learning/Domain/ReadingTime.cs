namespace Portal.Learning.Domain;

/// <summary>How long a text takes to read.</summary>
internal static class ReadingTime
{
    /// <summary>Words a minute at which people read everyday prose without hurry.</summary>
    public const int WordsPerMinute = 200;

    /// <summary>Whole minutes, rounded up and at least 1: nobody is to be promised less than it takes.</summary>
    public static int Minutes(int words) => Math.Max(1, (words + WordsPerMinute - 1) / WordsPerMinute);
}
