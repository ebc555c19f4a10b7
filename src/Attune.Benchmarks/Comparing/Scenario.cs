namespace Attune.Benchmarks.Comparing;

/// <summary>What a build has to do.</summary>
public enum Scenario
{
    /// <summary>Everything: no step and no cache mount is there.</summary>
    FirstBuild,

    /// <summary>Nothing.</summary>
    NoChange,

    /// <summary>One service's source has changed.</summary>
    ServiceChange,

    /// <summary>A source that all services are made from has changed.</summary>
    SharedChange,
}
