using System.Diagnostics;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>A target with its definition resolved and its state during the run.</summary>
public sealed class ExecutableTarget
{
    internal ExecutableTarget(MemberInfo member, Delegate factory, TargetDefinition definition)
    {
        Member = member;
        Factory = factory;
        Definition = definition;
        Name = member.Name[(member.Name.LastIndexOf('.') + 1)..];
    }

    public MemberInfo Member { get; }

    public string Name { get; }

    public string? Description => Definition.DescriptionText;

    public bool Listed => Definition.Listed;

    public bool IsDefault { get; internal set; }

    public bool Invoked { get; internal set; }

    public bool AssuredAfterFailure => Definition.Assured;

    public bool ProceedAfterFailure => Definition.Proceed;

    public Delegate Factory { get; }

    public ExecutionStatus Status { get; internal set; }

    public TimeSpan Duration => Stopwatch.Elapsed;

    public DependencyBehavior DependencyBehavior => Definition.Behavior;

    public IReadOnlyList<ExecutableTarget> ExecutionDependencies { get; internal set; } = [];

    public IReadOnlyList<ExecutableTarget> OrderDependencies { get; internal set; } = [];

    public IReadOnlyList<ExecutableTarget> TriggerDependencies { get; internal set; } = [];

    public IReadOnlyList<ExecutableTarget> Triggers { get; internal set; } = [];

    public IReadOnlyList<string> ArtifactProducts => Definition.Artifacts;

    public IReadOnlyDictionary<string, string> SummaryInformation { get; internal set; } = new Dictionary<string, string>();

    internal TargetDefinition Definition { get; }

    internal Stopwatch Stopwatch { get; } = new();

    internal IEnumerable<ExecutableTarget> AllDependencies => [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    public override string ToString() => $"{Name} ({Status})";
}
