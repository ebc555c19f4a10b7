using Attune.Engines.Docker;

namespace Attune.Engines.Tests.Docker;

public sealed class PullFailureTests
{
    [Theory]
    [InlineData("Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host", PullFault.RegistryUnreachable)]
    [InlineData("net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)", PullFault.RegistryUnreachable)]
    [InlineData("manifest for busybox:none not found: manifest unknown: manifest unknown", PullFault.NotFound)]
    [InlineData("pull access denied for x, repository does not exist or may require 'docker login': denied", PullFault.NotFound)]
    [InlineData("Head \"https://registry.example/v2/x/manifests/1\": unauthorized: authentication required", PullFault.Denied)]
    [InlineData("write /var/lib/docker/tmp/x: no space left on device", PullFault.Other)]
    public void The_engines_words_tell_why_a_pull_failed(string message, PullFault fault)
    {
        var error = PullFailure.Explain("x:1", message);
        Assert.Equal(fault, error.Fault);
        Assert.Equal($"Can't pull x:1: {message}", error.Message);
    }
}
