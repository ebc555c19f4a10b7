namespace Attune.Engines.Finding;

/// <summary>The operating system that this process runs on.</summary>
public enum HostSystem
{
    /// <summary>Linux.</summary>
    Linux,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}
