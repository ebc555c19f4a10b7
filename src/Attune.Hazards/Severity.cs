namespace Attune.Hazards;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>It costs something and breaks nothing.</summary>
    Info,

    /// <summary>Something doesn't do what it seems to do.</summary>
    Warning,

    /// <summary>Builds break each other.</summary>
    Error,
}

/// <summary>How sure a finding is.</summary>
public enum Confidence
{
    /// <summary>It rests on a guess, such as what a base image holds.</summary>
    Low,

    /// <summary>It rests on what is usual.</summary>
    Medium,

    /// <summary>It follows from the files.</summary>
    High,
}
