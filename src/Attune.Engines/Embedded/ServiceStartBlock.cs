namespace Attune.Engines.Embedded;

/// <summary>Keeps Debian's packages from starting their services while it lives, unless the administrator has a policy already.</summary>
/// <remarks>https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt</remarks>
internal sealed class ServiceStartBlock : IDisposable
{
    private const string PolicyPath = "/usr/sbin/policy-rc.d";
    private const string Policy = "#!/bin/sh\n# Written by Attune while it installs docker.io; safe to delete.\nexit 101\n";

    private readonly bool _isOurs;

    private ServiceStartBlock(bool isOurs) => _isOurs = isOurs;

    /// <summary>Starts to block.</summary>
    public static ServiceStartBlock Create()
    {
        // One that a killed run left behind is ours to take away.
        if (File.Exists(PolicyPath))
            return new ServiceStartBlock(File.ReadAllText(PolicyPath) == Policy);
        File.WriteAllText(PolicyPath, Policy);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PolicyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new ServiceStartBlock(true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOurs)
            File.Delete(PolicyPath);
    }
}
