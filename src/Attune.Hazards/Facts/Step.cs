using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;

namespace Attune.Hazards.Facts;

/// <summary>A RUN with cache mounts that the engine runs once, for all the builds that it occurs in.</summary>
internal sealed class Step
{
    private readonly Dictionary<PlatformBuild, StepOccurrence> _byBuild = [];

    public Step(IEnumerable<StepOccurrence> occurrences)
    {
        Occurrences = [.. occurrences];
        foreach (var occurrence in Occurrences)
            _byBuild.TryAdd(occurrence.Build, occurrence);
        Command = CommandText.Of(First.Run);
    }

    public ImmutableArray<StepOccurrence> Occurrences { get; }

    public StepOccurrence First => Occurrences[0];

    public RunInstruction Run => First.Run;

    /// <summary>The command as text, here-documents included.</summary>
    public string Command { get; }

    /// <summary>Whether the engine may run both at the same time.</summary>
    public bool IsConcurrentWith(Step other) => this != other && !IsOrderedWith(other) && !other.IsOrderedWith(this);

    private bool IsOrderedWith(Step other)
    {
        foreach (var own in Occurrences)
        {
            if (other._byBuild.TryGetValue(own.Build, out var theirs) && own.IsOrderedWith(theirs))
                return true;
            if (!own.Position.Services.IsEmpty && other.Occurrences.Any(own.IsOrderedWith))
                return true;
        }

        return false;
    }
}
