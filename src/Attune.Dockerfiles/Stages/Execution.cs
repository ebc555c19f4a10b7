namespace Attune.Dockerfiles.Stages;

/// <summary>Why and when an instruction runs.</summary>
public enum Execution
{
    /// <summary>It is an instruction of the stage.</summary>
    Direct,

    /// <summary>It is an ONBUILD trigger of the stage's base, and runs at the stage's start.</summary>
    Triggered,

    /// <summary>It follows ONBUILD and doesn't run in this stage at all.</summary>
    Deferred,
}
