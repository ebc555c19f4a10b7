using System.Text;
using Attune.Engines.Finding;

namespace Attune.Engines.Tests.Finding;

public sealed class EngineFinderTests
{
    private const string System = "unix:///var/run/docker.sock";
    private const string Remote = "tcp://build.example:2376";
    private const string ContextHost = "tcp://ci.example:2376";
    private const string ContextMeta = """{"Name":"ci","Endpoints":{"docker":{"Host":"tcp://ci.example:2376","SkipTLSVerify":false}}}""";

    [Fact]
    public async Task The_first_place_with_an_engine_wins() => await Verifier.Verify(await SearchEachAsync(
        ("nothing anywhere", null, new FakeMachine()),
        ("the system's socket", null, new FakeMachine().File("/var/run/docker.sock").Engine(System)),
        ("a rootless engine", null, new FakeMachine().Variable("XDG_RUNTIME_DIR", "/run/user/1000")
            .File("/run/user/1000/docker.sock").Engine("unix:///run/user/1000/docker.sock")),
        ("Docker Desktop", null, new FakeMachine().File("/home/ada/.docker/desktop/docker.sock").Engine("unix:///home/ada/.docker/desktop/docker.sock")),
        ("this checkout's own", null, new FakeMachine().File("/var/run/docker.sock").File("/home/checkout/.nuke/temp/engine/docker.sock")
            .Engine("unix:///home/checkout/.nuke/temp/engine/docker.sock")),
        ("Windows", null, new FakeMachine { System = HostSystem.Windows }.Engine("npipe:////./pipe/docker_engine")),
        ("DOCKER_HOST before all of them", null, new FakeMachine().Variable("DOCKER_HOST", "tcp://build.example:2375").Engine("tcp://build.example:2375").Engine(System)),
        ("an empty DOCKER_HOST is none", null, new FakeMachine().Variable("DOCKER_HOST", "").File("/var/run/docker.sock").Engine(System)),
        ("--engine before DOCKER_HOST", "unix:///tmp/mine.sock", new FakeMachine().Variable("DOCKER_HOST", "tcp://x:1").Engine("unix:///tmp/mine.sock").Engine("tcp://x:1")),
        ("--engine with a path", "/tmp/mine.sock", new FakeMachine().Engine("unix:///tmp/mine.sock")),
        ("--engine with a context's name", "ci", new FakeMachine().Context("ci", ContextMeta).Engine(ContextHost))));

    [Fact]
    public async Task A_chosen_engine_is_never_replaced_by_another() => await Verifier.Verify(await SearchEachAsync(
        ("--engine", "unix:///tmp/gone.sock", new FakeMachine().File("/var/run/docker.sock").Engine(System)),
        ("DOCKER_HOST", null, new FakeMachine().Variable("DOCKER_HOST", Remote).File("/var/run/docker.sock").Engine(System)),
        ("context of docker context use", null, new FakeMachine().File("/home/ada/.docker/config.json", """{"currentContext":"ci"}""")
            .Context("ci", ContextMeta).File("/var/run/docker.sock").Engine(System)),
        ("DOCKER_CONTEXT", null, new FakeMachine().Variable("DOCKER_CONTEXT", "ci").Context("ci", ContextMeta)),
        ("with its own advice", "unix:///tmp/podman.sock", new FakeMachine().Unusable("unix:///tmp/podman.sock", "it is Podman 5.0.0", "Start a Docker Engine."))));

    [Fact]
    public async Task Docker_contexts_are_read_as_the_CLI_reads_them() => await Verifier.Verify(await SearchEachAsync(
        ("the default one is no choice", null, new FakeMachine().Variable("DOCKER_CONTEXT", "default").File("/var/run/docker.sock").Engine(System)),
        ("DOCKER_HOST goes before it", null, new FakeMachine().Variable("DOCKER_CONTEXT", "ci").Variable("DOCKER_HOST", System).Context("ci", ContextMeta).Engine(System)),
        ("DOCKER_CONTEXT goes before config.json", null, new FakeMachine().Variable("DOCKER_CONTEXT", "ci")
            .File("/home/ada/.docker/config.json", """{"currentContext":"other"}""").Context("ci", ContextMeta).Engine(ContextHost)),
        ("certificates", null, new FakeMachine().Variable("DOCKER_CONTEXT", "ci").Context("ci", ContextMeta)
            .ContextCertificate("ci", "ca.pem").ContextCertificate("ci", "cert.pem").ContextCertificate("ci", "key.pem").Engine(ContextHost)),
        ("skipped verification", null, new FakeMachine().Variable("DOCKER_CONTEXT", "ci")
            .Context("ci", ContextMeta.Replace("false", "true", StringComparison.Ordinal)).Engine(ContextHost)),
        ("another configuration directory", null, new FakeMachine().Variable("DOCKER_CONFIG", "/cfg").File("/cfg/config.json", """{"currentContext":"gone"}""")),
        ("no such context", "gone", new FakeMachine()),
        ("a context without an engine", "k8s", new FakeMachine().Context("k8s", """{"Name":"k8s","Endpoints":{"kubernetes":{}}}""")),
        ("a context over ssh", "far", new FakeMachine().Context("far", """{"Endpoints":{"docker":{"Host":"ssh://ada@far.example:2222"}}}""")),
        ("a broken context", "bad", new FakeMachine().Context("bad", "{")),
        ("a broken config.json", null, new FakeMachine().File("/home/ada/.docker/config.json", "[1, 2]"))));

    [Fact]
    public async Task Certificates_come_from_where_docker_keeps_them() => await Verifier.Verify(await SearchEachAsync(
        ("verified", null, new FakeMachine().Variable("DOCKER_HOST", "tcp://build.example").Variable("DOCKER_TLS_VERIFY", "1").Variable("DOCKER_CERT_PATH", "/certs")
            .File("/certs/ca.pem").File("/certs/cert.pem").File("/certs/key.pem").Engine(Remote)),
        ("not verified, in the home directory", null, new FakeMachine().Variable("DOCKER_HOST", Remote).Variable("DOCKER_TLS", "1")
            .File("/home/ada/.docker/cert.pem").File("/home/ada/.docker/key.pem").Engine(Remote)),
        ("a path alone asks for nothing", null, new FakeMachine().Variable("DOCKER_HOST", "tcp://build.example").Variable("DOCKER_CERT_PATH", "/certs")
            .File("/certs/ca.pem").Engine("tcp://build.example:2375")),
        ("for --engine too", Remote, new FakeMachine().Variable("DOCKER_TLS_VERIFY", "1").File("/home/ada/.docker/ca.pem").Engine(Remote))));

    [Fact]
    public async Task What_is_there_but_unusable_is_told() => await Verifier.Verify(await SearchEachAsync(
        ("Podman, then the checkout's own", null, new FakeMachine().File("/var/run/docker.sock").Unusable(System, "it is Podman 5.0.0", "Start a Docker Engine.")
            .File("/home/checkout/.nuke/temp/engine/docker.sock").Engine("unix:///home/checkout/.nuke/temp/engine/docker.sock")),
        ("not allowed, and nothing else", null, new FakeMachine().File("/var/run/docker.sock").Unusable(System, "this user may not open the socket", "Join the group docker."))));

    private static async Task<string> SearchEachAsync(params (string Name, string? Choice, FakeMachine Machine)[] cases)
    {
        var text = new StringBuilder();
        foreach (var (name, choice, machine) in cases)
            text.Append("# ").Append(name).Append('\n').Append(await machine.SearchAsync(choice)).Append('\n');
        return text.ToString();
    }
}
