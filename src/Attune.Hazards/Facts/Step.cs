using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Facts;

/// <summary>A RUN with cache mounts that the engine runs once, for all the builds that it occurs in.</summary>
internal sealed class Step
{
    private readonly Dictionary<PlatformBuild, StepOccurrence> _byBuild = [];
    private readonly Lazy<ImmutableHashSet<Tool>> _tools;
    private readonly Lazy<ToolVariables> _variables;
    private readonly Lazy<ImmutableHashSet<EngineDirectory>> _locks;

    public Step(IEnumerable<StepOccurrence> occurrences)
    {
        Occurrences = [.. occurrences];
        foreach (var occurrence in Occurrences)
            _byBuild.TryAdd(occurrence.Build, occurrence);
        Command = CommandText.Of(First.Run);
        _variables = new(() => ToolVariables.Of(First, Command));
        _tools = new(() => ToolRecognition.ToolsIn(Command));
        _locks = new(() => [.. LockedMounts()]);
    }

    public ImmutableArray<StepOccurrence> Occurrences { get; }

    public StepOccurrence First => Occurrences[0];

    public RunInstruction Run => First.Run;

    /// <summary>The command as text, here-documents included.</summary>
    public string Command { get; }

    /// <summary>The known tools that the command runs.</summary>
    public ImmutableHashSet<Tool> Tools => _tools.Value;

    /// <summary>The variables that move tools' directories.</summary>
    public ToolVariables Variables => _variables.Value;

    /// <summary>The directories whose lock it holds while it runs.</summary>
    public ImmutableHashSet<EngineDirectory> Locks => _locks.Value;

    /// <summary>Whether both hold the lock of some directory while they run.</summary>
    public bool SharesLockWith(Step other) => !Locks.IsEmpty && Locks.Overlaps(other.Locks);

    /// <summary>Whether the engine may run both at the same time.</summary>
    public bool IsConcurrentWith(Step other) => this != other && !IsOrderedWith(other) && !other.IsOrderedWith(this);

    /// <summary>
    /// Whether both are part of one build, or of builds of different Dockerfiles or platforms: not just of targets of one Dockerfile, which may be
    /// alternatives.
    /// </summary>
    public bool IsBuiltWith(Step other) => Occurrences.Any(own => other.Occurrences.Any(theirs =>
        ReferenceEquals(own.Build.Service, theirs.Build.Service) || own.Build.Resolved.Document.Source != theirs.Build.Resolved.Document.Source));

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

    private IEnumerable<EngineDirectory> LockedMounts() => First.Mounts.Where(m => m.Sharing == CacheSharing.Locked).Select(EngineDirectory.Of);
}
