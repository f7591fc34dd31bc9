namespace GovDocFlow.Deadlines;

/// <summary>A clock rule or ladder file cannot be used.</summary>
public sealed class ClockFileException : Exception
{
    /// <summary>Names the place and the reason.</summary>
    public ClockFileException(string file, string place, string reason, Exception? cause = null)
        : base($"{file} {place}: {reason}", cause)
    {
        File = file;
        Place = place;
    }

    /// <summary>Which of the two files: <c>clock-rules.json</c> or <c>ladders.json</c>.</summary>
    public string File { get; }

    /// <summary>The place in the file, such as <c>rules[2].amount</c>.</summary>
    public string Place { get; }
}
