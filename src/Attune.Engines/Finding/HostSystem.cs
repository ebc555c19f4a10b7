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

/// <summary>What a process may do on its machine.</summary>
public enum HostPrivilege
{
    /// <summary>It runs as an ordinary user.</summary>
    User,

    /// <summary>It runs as root (or as an elevated administrator).</summary>
    Root,
}
