using System.Diagnostics;
using Attune.Engines.Docker;
using Attune.Source;

namespace Attune.Engines.Tests.Docker;

[Trait("Kind", "Engine")]
[Collection(EngineTestGroup.Name)]
public sealed class DockerContainersTests(EngineFixture engine)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    private IDockerContainers Containers => engine.Docker.Containers;

    [EngineFact]
    public async Task An_image_runs_what_it_runs_by_itself()
    {
        var result = await Containers.RunAsync(new ContainerRequest(EngineFixture.Image, [], _limit), CancellationToken.None);
        Assert.Equal(new ContainerResult(0, "hello\n", ""), result);
    }

    [EngineFact]
    public async Task A_command_reports_its_exit_code_and_both_outputs()
    {
        var request = new ContainerRequest(EngineFixture.Image, ["/bin/sh", "-c", "echo out $GREETING; echo err >&2; exit 7"], _limit)
        {
            EntryPoint = EntryPointPolicy.Replace,
            Environment = new Dictionary<string, string> { ["GREETING"] = "you" },
        };
        Assert.Equal(new ContainerResult(7, "out you\n", "err\n"), await Containers.RunAsync(request, CancellationToken.None));
    }

    [EngineFact]
    public async Task A_command_that_is_not_there_says_so()
    {
        var request = new ContainerRequest(EngineFixture.Image, ["/bin/nothing"], _limit);
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Containers.RunAsync(request, CancellationToken.None));
        Assert.Contains("/bin/nothing", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_command_that_takes_too_long_is_ended()
    {
        var request = new ContainerRequest(EngineFixture.Image, ["/bin/sleep", "600"], TimeSpan.FromSeconds(2));
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Containers.RunAsync(request, CancellationToken.None));
        Assert.Contains("not done within 2 s", error.Message, StringComparison.Ordinal);
        Assert.False(await IsRunningAsync("sleep\0600"));
    }

    [EngineFact]
    public async Task Cancelling_leaves_no_container()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var request = new ContainerRequest(EngineFixture.Image, ["/bin/sleep", "601"], _limit);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Containers.RunAsync(request, cancel.Token));
        Assert.False(await IsRunningAsync("sleep\0601"));
    }

    [EngineFact]
    public async Task A_health_check_that_comes_true_is_healthy()
    {
        var image = await ImportAsync("healthy", "touch /ok; sleep 600", "HEALTHCHECK --interval=1h CMD test -e /ok");
        var clock = Stopwatch.StartNew();
        var result = await Containers.CheckHealthAsync(new HealthRequest(image, [], _limit), CancellationToken.None);
        Assert.Equal(HealthOutcome.Healthy, result.Outcome);
        Assert.True(clock.Elapsed < _limit, "the image's own interval of an hour must not be waited for");
    }

    [EngineFact]
    public async Task A_health_check_of_the_compose_file_goes_before_the_images_own()
    {
        var image = await ImportAsync("other", "sleep 600", "HEALTHCHECK CMD true");
        var request = new HealthRequest(image, ["CMD-SHELL", "echo not yet; exit 1"], TimeSpan.FromSeconds(12));
        Assert.Equal(new HealthResult(HealthOutcome.Unhealthy, "not yet\n"), await Containers.CheckHealthAsync(request, CancellationToken.None));
    }

    [EngineFact]
    public async Task A_program_that_ends_is_reported_with_what_it_said()
    {
        var image = await ImportAsync("ended", "echo no config >&2; exit 3", "HEALTHCHECK CMD true");
        var result = await Containers.CheckHealthAsync(new HealthRequest(image, [], _limit), CancellationToken.None);
        Assert.Equal(new HealthResult(HealthOutcome.Ended, "exit code 3\nno config\n"), result);
    }

    [EngineFact]
    public async Task An_image_without_a_health_check_is_an_error()
    {
        var image = await ImportAsync("none", "sleep 600", "LABEL a=b");
        await Assert.ThrowsAsync<UserErrorException>(
            () => Containers.CheckHealthAsync(new HealthRequest(image, [], _limit), CancellationToken.None));
    }

    private async Task<string> ImportAsync(string name, string program, string change)
    {
        var image = "attune-test/" + name;
        using var tar = BusyBox.Tar();
        await engine.Docker.Images.ImportAsync(tar, image, ["ENV PATH=/bin", $"CMD [\"/bin/sh\", \"-c\", \"{program}\"]", change], CancellationToken.None);
        return image;
    }

    private static async Task<bool> IsRunningAsync(string commandLine)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(d => char.IsDigit(Path.GetFileName(d)[0])))
        {
            try
            {
                if ((await File.ReadAllTextAsync(process + "/cmdline")).Contains(commandLine, StringComparison.Ordinal))
                    return true;
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return false;
    }
}
