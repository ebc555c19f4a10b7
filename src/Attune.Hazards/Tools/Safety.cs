namespace Attune.Hazards.Tools;

/// <summary>Whether several builds may write to a tool's directory at the same time, each in a container of its own; the worst first.</summary>
internal enum Safety
{
    /// <summary>They may not: builds are known to have failed, or to have damaged what is there.</summary>
    Unsafe,

    /// <summary>Nothing certain is known: worth a warning, and no reason to refuse a project.</summary>
    Unknown,

    /// <summary>They may as a rule; a case is known, rare or repaired in newer versions, in which they may not: worth a hint.</summary>
    Mostly,

    /// <summary>They may: the tool locks it with a file inside, or only ever puts whole files in place.</summary>
    Safe,
}
