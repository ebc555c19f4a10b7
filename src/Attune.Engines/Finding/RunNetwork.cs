namespace Attune.Engines.Finding;

/// <summary>The network that a RUN step gets when nobody says which.</summary>
public enum RunNetwork
{
    /// <summary>The engine's bridge: ask for nothing.</summary>
    Bridge,

    /// <summary>The engine has no bridge, so a step fails unless it asks for the host's network (and the solve for <c>network.host</c>).</summary>
    Host,
}
