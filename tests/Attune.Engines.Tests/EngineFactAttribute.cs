namespace Attune.Engines.Tests;

/// <summary>A test that runs an engine of its own: only root on Debian or Ubuntu can.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute()
    {
        // Several starts and stops of a daemon on a machine that is busy with other builds.
        Timeout = 240_000;
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Skip = "an embedded engine needs root on Linux";
        else if (!File.Exists("/etc/debian_version"))
            Skip = "an embedded engine is installed on Debian and Ubuntu only";
        else
            Skip = Docker.BusyBox.WhyMissing;
    }
}
