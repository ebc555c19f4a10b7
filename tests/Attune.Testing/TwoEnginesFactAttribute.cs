using Xunit;

namespace Attune.Testing;

/// <summary>A test that needs the engine of the test run and starts another one beside it, as root on Debian or Ubuntu.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TwoEnginesFactAttribute : FactAttribute
{
    public TwoEnginesFactAttribute()
    {
        Timeout = 600_000;
        if (TestEngine.Address is null)
            Skip = $"needs a Docker Engine: set {TestEngine.Variable}=unix:///var/run/docker.sock";
        else if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/sbin/dockerd"))
            Skip = "needs root and docker.io, to start a second engine";
    }

    /// <summary>Whether it measures, and so needs a machine that does nothing else.</summary>
    public bool IsMeasurement
    {
        get;
        set
        {
            field = value;
            if (value && Environment.GetEnvironmentVariable("ATTUNE_MEASURE") is not "1")
                Skip ??= "measures: set ATTUNE_MEASURE=1 on a machine that does nothing else";
        }
    }
}
