namespace Attune.Engines.Embedded;

/// <summary>Keeps Debian's packages from starting their services while it lives, unless the administrator has a policy already.</summary>
/// <remarks>https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt</remarks>
internal sealed class ServiceStartBlock : IDisposable
{
    private const string Policy = "#!/bin/sh\n# Written by Attune while it installs docker.io; safe to delete.\nexit 101\n";

    private readonly string _path;
    private readonly bool _isOurs;

    private ServiceStartBlock(string path, bool isOurs) => (_path, _isOurs) = (path, isOurs);

    /// <summary>Starts to block.</summary>
    /// <param name="path">The policy's file: <c>/usr/sbin/policy-rc.d</c>.</param>
    public static ServiceStartBlock Create(string path)
    {
        // One that a killed run left behind is ours to take away.
        if (File.Exists(path))
            return new ServiceStartBlock(path, File.ReadAllText(path) == Policy);
        File.WriteAllText(path, Policy);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new ServiceStartBlock(path, true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOurs)
            File.Delete(_path);
    }
}
