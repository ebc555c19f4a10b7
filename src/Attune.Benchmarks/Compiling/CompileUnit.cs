using System.Collections.Immutable;

namespace Attune.Benchmarks.Compiling;

/// <summary>One thing that cargo runs.</summary>
/// <param name="Name">Its crate.</param>
/// <param name="Kind">What it makes.</param>
/// <param name="Front">Seconds of one core until its metadata is there: nothing of that is done in parallel.</param>
/// <param name="Back">Seconds of one core from then on: code generation, which any number of cores share.</param>
/// <param name="Needs">What it is made from, by index.</param>
public sealed record CompileUnit(string Name, UnitKind Kind, double Front, double Back, ImmutableArray<int> Needs)
{
    /// <summary>Whether it needs all of what it is made from, rather than the metadata.</summary>
    internal bool Links => Kind is UnitKind.Macro or UnitKind.Script or UnitKind.Binary;
}

/// <summary>What a unit makes.</summary>
public enum UnitKind
{
    /// <summary>A library.</summary>
    Library,

    /// <summary>A procedural macro, which the compiler loads.</summary>
    Macro,

    /// <summary>A build script.</summary>
    Script,

    /// <summary>What the build script prints.</summary>
    ScriptRun,

    /// <summary>A service.</summary>
    Binary,
}
