namespace Attune.Hazards.Tools;

/// <summary>Whether several builds may write to a tool's directory at the same time, each in a container of its own.</summary>
internal enum Safety
{
    /// <summary>Nothing is known: worth a warning, and no reason to refuse a project.</summary>
    Unknown,

    /// <summary>They may: the tool locks it with a file inside, or only ever puts whole files in place.</summary>
    Safe,

    /// <summary>They may not: builds are known to have failed, or to have damaged what is there.</summary>
    Unsafe,
}
