using Attune.Engines.Embedded;
using Attune.Engines.Processes;
using Attune.Engines.Tests.Finding;
using Attune.Source;

namespace Attune.Engines.Tests.Embedded;

public sealed class DockerdInstallerTests : IProcessRunner, IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly FakeMachine _machine = new FakeMachine().Variable("PATH", "/usr/bin").File("/etc/os-release", "ID=debian");
    private readonly List<string> _happened = [];
    private int _failures;

    private string Policy => Path.Combine(_directory.Path, "policy-rc.d");

    [Fact]
    public async Task A_dockerd_that_is_there_is_taken()
    {
        _machine.File("/usr/sbin/dockerd");
        Assert.Equal("/usr/sbin/dockerd", await Installer().EnsureDaemonAsync(CancellationToken.None));
        Assert.Empty(_happened);
    }

    [Fact]
    public async Task A_missing_one_is_installed_without_starting_its_service()
    {
        await Installer().EnsureDaemonAsync(CancellationToken.None);
        Assert.False(File.Exists(Policy));
        await VerifyAsync();
    }

    [Fact]
    public async Task Package_lists_are_fetched_when_the_package_is_not_known()
    {
        _failures = 1;
        await Installer().EnsureDaemonAsync(CancellationToken.None);
        await VerifyAsync();
    }

    [Fact]
    public async Task What_apt_says_is_passed_on_when_it_fails()
    {
        _failures = int.MaxValue;
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Installer().EnsureDaemonAsync(CancellationToken.None));
        _happened.Add($"{error.Message}\n{error.Advice}");
        Assert.False(File.Exists(Policy));
        await VerifyAsync();
    }

    [Fact]
    public async Task An_administrators_policy_stays()
    {
        await File.WriteAllTextAsync(Policy, "#!/bin/sh\nexit 0\n");
        await Installer().EnsureDaemonAsync(CancellationToken.None);
        Assert.Equal("#!/bin/sh\nexit 0\n", await File.ReadAllTextAsync(Policy));
    }

    [Fact]
    public async Task Another_system_installs_nothing()
    {
        _machine.File("/etc/os-release", "ID=fedora");
        Assert.False(Installer().CanProvide);
        await Installer().TryEnsureFuseOverlayAsync(CancellationToken.None);
        Assert.Empty(_happened);
    }

    [Fact]
    public async Task A_cancelled_start_installs_nothing() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Installer().EnsureDaemonAsync(new CancellationToken(canceled: true)));

    public void Dispose() => _directory.Dispose();

    Task<ProcessOutcome> IProcessRunner.RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        _happened.Add($"{(File.Exists(Policy) ? "[services blocked] " : "")}{request}");
        if (request.Arguments.Contains("update"))
            return Task.FromResult(new ProcessOutcome(0, "", ""));
        if (_failures-- > 0)
            return Task.FromResult(new ProcessOutcome(100, "Reading package lists...\n", "E: Unable to locate package docker.io\n"));
        _machine.File("/usr/sbin/dockerd");
        return Task.FromResult(new ProcessOutcome(0, "Setting up docker.io\n", ""));
    }

    private DockerdInstaller Installer() => new(_machine.Surroundings, this, _happened.Add) { PolicyFile = Policy };

    private Task VerifyAsync([System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        Verifier.Verify(string.Join('\n', _happened), member: member);
}
