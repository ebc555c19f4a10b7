using System.Net;
using System.Net.Sockets;
using Attune.BuildKit;
using Attune.Engines.Finding;
using Attune.Engines.Tests.Docker;

namespace Attune.Engines.Tests.Finding;

public sealed class EngineProbeTests
{
    [Fact(Timeout = 30_000)]
    public async Task An_engine_on_a_port_is_read()
    {
        using var server = new CannedServer(Engine);
        var result = await ProbeAsync(Tcp(server.Port));
        Assert.Equal("20.10.24", result.Engine?.EngineVersion);
        Assert.Equal(RunNetwork.Host, result.Engine?.DefaultRunNetwork);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_engine_behind_TLS_gets_the_clients_certificate()
    {
        using var directory = new TempDirectory();
        using var certificates = new TestCertificates(directory);
        using var server = new CannedServer(Engine, certificates.ServerOptions);
        var result = await ProbeAsync(Tcp(server.Port, certificates.Material));
        Assert.Equal("20.10.24", result.Engine?.EngineVersion);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_server_of_another_authority_is_refused_unless_verification_is_skipped()
    {
        using var directory = new TempDirectory();
        using var other = new TempDirectory();
        using var certificates = new TestCertificates(directory);
        using var stranger = new TestCertificates(other);
        using var server = new CannedServer(Engine, certificates.ServerOptions);
        var wrong = certificates.Material with { CaPath = stranger.Material.CaPath };
        var refused = await ProbeAsync(Tcp(server.Port, wrong));
        Assert.StartsWith("the TLS handshake failed", refused.Reason, StringComparison.Ordinal);

        var result = await ProbeAsync(Tcp(server.Port, wrong with { ServerVerification = ServerVerification.Skipped }));
        Assert.NotNull(result.Engine);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_missing_or_broken_certificate_is_named()
    {
        using var directory = new TempDirectory();
        var broken = new TlsMaterial(directory.Write("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), null, null, ServerVerification.Required);
        Assert.NotEqual("", (await ProbeAsync(Tcp(1, broken))).Reason);
        var missing = new TlsMaterial(null, directory.Path + "/cert.pem", directory.Path + "/key.pem", ServerVerification.Required);
        Assert.Contains("cert.pem", (await ProbeAsync(Tcp(1, missing))).Reason, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 48\r\n\r\nClient sent an HTTP request to an HTTPS server.\n", "it wants TLS")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "what answers there is not a Docker Engine (status 404 to a ping)")]
    [InlineData("SSH-2.0-OpenSSH_9.2p1\r\n", "what answers there does not speak HTTP as a Docker Engine does")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<html>hi</html>", "what answers there is not a Docker Engine")]
    public async Task What_is_no_engine_is_not_taken_for_one(string answer, string reason)
    {
        using var server = new CannedServer(_ => answer);
        Assert.Equal(reason, (await ProbeAsync(Tcp(server.Port))).Reason);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_docker_engine_is_no_buildkitd()
    {
        using var server = new CannedServer(Engine);
        var result = await ProbeAsync(Tcp(server.Port) with { Kind = EndpointKind.BuildKit });
        Assert.Null(result.Engine);
    }

    [Fact(Timeout = 30_000)]
    public async Task One_that_never_answers_is_given_up()
    {
        using var server = new SilentServer();
        Assert.Equal("no answer within 10 s", (await ProbeAsync(Tcp(server.Port))).Reason);
    }

    [Fact(Timeout = 30_000)]
    public async Task Nothing_is_told_from_something()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Dispose();
        Assert.Equal(ProbeResult.Absent("nobody listens there"), await ProbeAsync(Tcp(port)));
        Assert.Equal(ProbeResult.Absent("no such socket"), await ProbeAsync(Unix("/nonexistent/docker.sock")));
        Assert.Equal(ProbeResult.Absent("there is no host no-such-host.invalid"), await ProbeAsync(Tcp(1) with { Address = "no-such-host.invalid" }));
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelling_ends_a_probe_at_once()
    {
        using var server = new SilentServer();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ProbeAsync(Tcp(server.Port), cancel.Token));
    }

    private static string Engine(string path) => CannedServer.Ok(path switch
    {
        "/version" => """{"Version":"20.10.24","ApiVersion":"1.41","Os":"linux","Arch":"amd64"}""",
        "/info" => """{"Driver":"overlay2","NCPU":2,"MemTotal":1}""",
        "/networks" => "[]",
        _ => "OK",
    });

    private static BuildKitEndpoint Tcp(int port, TlsMaterial? tls = null) =>
        new(EndpointKind.DockerEngine, EndpointTransport.Tcp, tls is null ? "127.0.0.1" : "localhost", port, tls);

    private static BuildKitEndpoint Unix(string path) => new(EndpointKind.DockerEngine, EndpointTransport.Unix, path);

    private static Task<ProbeResult> ProbeAsync(BuildKitEndpoint endpoint, CancellationToken cancellationToken = default) =>
        new EngineProbe().ProbeAsync(new EngineCandidate(endpoint, "--engine", CandidateOrigin.Chosen), cancellationToken);
}
