namespace Attune.Engines.Processes;

/// <summary>A program to run.</summary>
/// <param name="FileName">Its path, or a name to be found on the path.</param>
/// <param name="Arguments">Given as they are; no shell sees them.</param>
public sealed record ProcessRequest(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Where it runs, or null for here.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables set (or, with a null value, removed) on top of this process's own.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Told each line of standard output and error as it comes, from two threads.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>Takes standard output, which is then no text and no part of the outcome; null reads it as text.</summary>
    public Func<Stream, CancellationToken, Task>? OnOutput { get; init; }

    /// <summary>The command as a reader would type it.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(FileName).Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "-_./:=,@+%".Contains(c, StringComparison.Ordinal))
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
