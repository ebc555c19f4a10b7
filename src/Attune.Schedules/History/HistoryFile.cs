using System.Text.Json;
using Attune.Schedules.Contention;
using Attune.Source;

namespace Attune.Schedules.History;

/// <summary>Where the history of a project's build is kept.</summary>
/// <param name="path">The file; its directory is made when it is written.</param>
public sealed class HistoryFile(string path)
{
    // A file that somebody else made must not fill the memory.
    private const long MaxLength = 16 * 1024 * 1024;

    /// <summary>The file of a project.</summary>
    /// <param name="stateDirectory">Where the build keeps what it remembers: <c>.nuke/temp</c>.</param>
    /// <param name="projectName">The compose project's name.</param>
    /// <param name="projectDirectory">Its directory: two may have one name.</param>
    public static string PathFor(string stateDirectory, string projectName, string projectDirectory) =>
        Path.Combine(stateDirectory, "durations", $"{projectName}-{StepIdentity.Hash(projectDirectory)[..8]}.json");

    /// <summary>Reads it; empty when there is none. One that can't be read counts as none, and the note says so.</summary>
    /// <param name="note">Told why a file was left aside.</param>
    public DurationHistory Load(Action<string> note)
    {
        ArgumentNullException.ThrowIfNull(note);
        try
        {
            if (!File.Exists(path))
                return DurationHistory.Empty;
            using var stream = File.OpenRead(path);
            if (stream.Length <= MaxLength && JsonSerializer.Deserialize(stream, HistoryJson.Default.HistoryDocument) is { } document && IsSound(document))
                return new(document);
            note($"{path} is of another version or damaged: durations are learnt anew");
        }
        catch (JsonException e)
        {
            note($"{path} is damaged ({e.Message}): durations are learnt anew");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            note($"Can't read {path} ({e.Message}): this run is planned by guesses");
        }

        return DurationHistory.Empty;
    }

    /// <summary>Writes it in one go: a reader sees the old one or the new one. A failure is noted; no build fails by it.</summary>
    /// <param name="history">What to remember.</param>
    /// <param name="note">Told when it can't be written.</param>
    public void Save(DurationHistory history, Action<string> note)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(note);
        try
        {
            WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(history.Document, HistoryJson.Default.HistoryDocument));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            note($"Can't remember durations in {path}: {e.Message}");
        }
    }

    // The deserialiser takes a missing list for null, whatever its type says.
    private static bool IsSound(HistoryDocument document) =>
        document is { Version: HistoryDocument.CurrentVersion, Steps: not null, Services: not null, Runs: not null }
        && document.Steps.All(s => s is { Service: not null, Stage: not null, Digest: not null, Samples: not null } && s.Samples.All(x => x is { Seconds: >= 0, Load: >= 0 }))
        && document.Services.All(s => s is { Service: not null, Setup: not null, Finish: not null } && s.Setup.Concat(s.Finish).All(x => x >= 0))
        && document.Runs.All(r => r is { Waits: not null } && r.Waits.All(w => w is { Service: not null, Cache: not null, Seconds: >= 0 }));
}
