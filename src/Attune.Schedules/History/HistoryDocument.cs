using System.Text.Json.Serialization;
using Attune.Schedules.Filling;

namespace Attune.Schedules.History;

/// <summary>What the file of the history holds. Another version is not read.</summary>
internal sealed record HistoryDocument(int Version, int Cpus, IReadOnlyList<StepEntry> Steps, IReadOnlyList<ServiceEntry> Services, IReadOnlyList<RunEntry> Runs)
{
    public const int CurrentVersion = 1;
}

/// <summary>A step with its latest runs, oldest first.</summary>
/// <param name="Service">Whose.</param>
/// <param name="Stage">In which stage.</param>
/// <param name="Digest">Of its instruction.</param>
/// <param name="Runs">How often it ran, cached not counted.</param>
/// <param name="Cached">How often it was cached since it last ran.</param>
/// <param name="Samples">Its latest runs.</param>
internal sealed record StepEntry(string Service, string Stage, string Digest, int Runs, int Cached, IReadOnlyList<StepSample> Samples)
{
    /// <summary>The run of the build in which it was last seen.</summary>
    public long Seen { get; init; }
}

/// <summary>One run of a step.</summary>
/// <param name="Seconds">How long it worked, waiting not counted.</param>
/// <param name="Load">How many steps worked meanwhile, on average, itself included.</param>
internal readonly record struct StepSample(double Seconds, double Load)
{
    /// <summary>What it found in its caches.</summary>
    public CacheFill Fill { get; init; }
}

/// <summary>What a service's build takes besides its steps, latest runs, oldest first.</summary>
/// <param name="Service">Whose.</param>
/// <param name="Setup">From its start to its first step.</param>
/// <param name="Finish">From its last step to its end.</param>
internal sealed record ServiceEntry(string Service, IReadOnlyList<double> Setup, IReadOnlyList<double> Finish)
{
    /// <summary>The run of the build in which it was last seen.</summary>
    public long Seen { get; init; }
}

/// <summary>A run of the build.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Waits">Who waited for which cache.</param>
internal sealed record RunEntry(long Number, DateTimeOffset At, double Seconds, IReadOnlyList<WaitEntry> Waits)
{
    /// <summary>How many steps with lockable caches ran.</summary>
    public int Executed { get; init; }
}

/// <summary>A wait.</summary>
/// <param name="Service">Who waited.</param>
/// <param name="Cache">For which cache.</param>
/// <param name="Seconds">How long.</param>
internal sealed record WaitEntry(string Service, string Cache, double Seconds);

/// <summary>Reads and writes the file without reflection, which would cost every start some tens of milliseconds.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = false)]
[JsonSerializable(typeof(HistoryDocument))]
internal sealed partial class HistoryJson : JsonSerializerContext;
