using Attune.BuildKit;
using Attune.Engines.Docker;
using Attune.Engines.Finding;
using Attune.Engines.Processes;
using Attune.Engines.Tests.Finding;
using Attune.Source;

namespace Attune.Engines.Tests.Docker;

public sealed class ComposeUpTests : IProcessRunner
{
    private static readonly BuildKitEndpoint _engine = new(EndpointKind.DockerEngine, EndpointTransport.Unix, "/s/docker.sock");
    private static readonly ComposeUpRequest _request = new("/home/my project", ["base.yml", "more.yml"], "api") { ProjectName = "attune", EnvFiles = ["ci.env"] };

    private readonly List<string> _ran = [];
    private string _installed = "docker compose";
    private int _exitCode;

    [Fact]
    public Task The_plugin_is_preferred() => RunAndVerifyAsync(_engine);

    [Fact]
    public Task The_old_program_will_do()
    {
        _installed = "docker-compose";
        return RunAndVerifyAsync(_engine);
    }

    [Fact]
    public Task Certificates_are_handed_on() => RunAndVerifyAsync(new BuildKitEndpoint(
        EndpointKind.DockerEngine, EndpointTransport.Tcp, "build.example", 2376,
        new TlsMaterial("/certs/ca.pem", "/certs/cert.pem", "/certs/key.pem", ServerVerification.Required)));

    [Fact]
    public Task Without_compose_the_user_is_told_what_to_install()
    {
        _installed = "";
        return RunAndVerifyAsync(_engine);
    }

    [Fact]
    public Task A_failure_shows_the_command_and_the_last_lines()
    {
        _exitCode = 17;
        return RunAndVerifyAsync(_engine);
    }

    [Fact]
    public async Task A_buildkitd_runs_no_containers() =>
        await Assert.ThrowsAsync<UserErrorException>(() => Up(_engine with { Kind = EndpointKind.BuildKit }).RunAsync(_request, CancellationToken.None));

    Task<ProcessOutcome> IProcessRunner.RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        var command = request.ToString();
        _ran.Add(string.Concat(request.Environment.Where(v => v.Value is not null).Select(v => $"{v.Key}={v.Value} ")) + command);
        if (_installed.Length == 0 || !command.StartsWith(_installed + " ", StringComparison.Ordinal))
            return command.StartsWith("docker-", StringComparison.Ordinal)
                ? throw new UserErrorException("Can't start docker-compose")
                : Task.FromResult(new ProcessOutcome(1, "", "docker: 'compose' is not a docker command.\n"));
        return Task.FromResult(new ProcessOutcome(command.EndsWith(" api", StringComparison.Ordinal) ? _exitCode : 0, "", "no such image: attune-api\n"));
    }

    private async Task RunAndVerifyAsync(BuildKitEndpoint engine, [System.Runtime.CompilerServices.CallerMemberName] string member = "")
    {
        try
        {
            await Up(engine).RunAsync(_request, CancellationToken.None);
        }
        catch (UserErrorException e)
        {
            _ran.Add($"{e.Message}\n{e.Advice}");
        }

        await Verifier.Verify(string.Join('\n', _ran), member: member);
    }

    private ComposeUp Up(BuildKitEndpoint engine)
    {
        var debian = new FakeMachine().File("/etc/os-release", "ID=debian").Surroundings with { Privilege = HostPrivilege.Root };
        return new ComposeUp(engine, debian, _ => { }, this);
    }
}
