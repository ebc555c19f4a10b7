using System.Text.RegularExpressions;
using Attune.Hazards.Facts;
using Attune.Hazards.Suppression;
using Attune.Source;

namespace Attune.Hazards.Rules;

/// <summary>
/// A hazard: its class is named for code and fault (<c>CM001UnlockedSharedCache</c>), its page is <c>docs/rules/CM001.md</c>, and nothing
/// but the catalogue knows it. It has one of three shapes: <see cref="MountRule"/>, <see cref="StageRule"/>, <see cref="ProjectRule"/>.
/// </summary>
internal abstract partial class Rule
{
    private protected Rule(Severity severity)
    {
        Severity = severity;
        Id = GetType().Name[..5];
        Name = WordStart().Replace(GetType().Name[5..], "-$0").TrimStart('-').ToLowerInvariant();
    }

    /// <summary>The code, such as CM001.</summary>
    public string Id { get; }

    /// <summary>The name, which states the fault: kebab-case.</summary>
    public string Name { get; }

    /// <summary>The severity, unless a finding says otherwise.</summary>
    public Severity Severity { get; }

    public abstract IEnumerable<Finding> Check(ProjectFacts facts);

    /// <summary>A finding at a mount.</summary>
    private protected Finding At(MountPlace place, string message, IEnumerable<CacheUse> concerned) =>
        new(Id, Name, place.Mount.Location, message)
        {
            Severity = Severity,
            CacheId = place.Mount.Id,
            Services = Names.Services(concerned),
            Advice = "",
            Scope = ScopeOf(place),
        };

    private static InstructionScope ScopeOf(MountPlace place)
    {
        var (source, span) = (place.Document.Source, place.Mount.Run.Span);
        return new(source, source.PositionOf(span.Start).Line, source.Text.Substring(span.Start, span.Length));
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();
}

/// <summary>A hazard of one mount as it is written.</summary>
internal abstract class MountRule(Severity severity) : Rule(severity)
{
    public sealed override IEnumerable<Finding> Check(ProjectFacts facts) => Simultaneous.Select(facts.Places, p => Check(p, facts)).OfType<Finding>();

    protected abstract Finding? Check(MountPlace place, ProjectFacts facts);
}

/// <summary>A hazard of one stage of one build.</summary>
internal abstract class StageRule(Severity severity) : Rule(severity)
{
    public sealed override IEnumerable<Finding> Check(ProjectFacts facts) => Simultaneous.Select([.. facts.Stages], s => Check(s, facts).ToList())
        .SelectMany(f => f)
        .DistinctBy(f => new Spot(f.Location, f.CacheId));

    protected abstract IEnumerable<Finding> Check(StageFacts stage, ProjectFacts facts);

    private sealed record Spot(SourceLocation Location, string CacheId);
}

/// <summary>A hazard between builds.</summary>
internal abstract class ProjectRule(Severity severity) : Rule(severity);
