namespace Attune.BuildKit;

/// <summary>How an engine is talked to.</summary>
public sealed record BuildKitClientOptions
{
    /// <summary>How long one connection attempt may take, the probe included; 10 s when not set.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the events of a cancelled or ended build are waited for; 2 s when not set.</summary>
    public TimeSpan StatusTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock of time-outs and transfer reports.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>For tests of routes that the engine at hand would not be reached by.</summary>
    internal Func<EngineIdentity, EngineIdentity>? Override { get; init; }
}
