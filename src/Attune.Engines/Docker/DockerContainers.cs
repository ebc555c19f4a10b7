using Attune.Source;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Attune.Engines.Docker;

/// <summary>An engine's containers through Docker.DotNet.</summary>
internal sealed class DockerContainers(IContainerOperations containers, DockerCalls calls) : IDockerContainers
{
    // A health check's own interval is made for operation, where a minute more doesn't matter.
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _removal = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public Task<ContainerResult> RunAsync(ContainerRequest request, CancellationToken cancellationToken)
    {
        var parameters = Parameters(request.Image, request.Network, request.Environment);
        if (request.Command.Count > 0)
            parameters.Cmd = [.. request.Command];
        // An empty list would keep the image's: https://docs.docker.com/reference/api/engine/version/v1.41 (ContainerCreate, Entrypoint).
        if (request.EntryPoint == EntryPointPolicy.Replace)
            parameters.Entrypoint = [""];
        return InContainerAsync(parameters, request.TimeLimit, async (id, limit) =>
        {
            var end = await containers.WaitContainerAsync(id, limit);
            var (output, errors) = await LogsAsync(id, limit);
            return new ContainerResult(end.StatusCode, output, errors);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<HealthResult> CheckHealthAsync(HealthRequest request, CancellationToken cancellationToken)
    {
        var parameters = Parameters(request.Image, ContainerNetwork.None, request.Environment);
        parameters.Healthcheck = new HealthcheckConfig { Test = [.. request.Test], Interval = _interval, Retries = int.MaxValue };
        return InContainerAsync(parameters, Timeout.InfiniteTimeSpan, (id, _) => WaitForHealthAsync(id, request, cancellationToken), cancellationToken);
    }

    private async Task<HealthResult> WaitForHealthAsync(string id, HealthRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.TimeLimit);
        var detail = "";
        try
        {
            while (true)
            {
                var state = (await containers.InspectContainerAsync(id, limit.Token)).State
                    ?? throw new UserErrorException("The engine doesn't say what a container does");
                if (!state.Running)
                    return new HealthResult(HealthOutcome.Ended, $"exit code {state.ExitCode}\n{string.Concat(await BothLogsAsync(id, cancellationToken))}");
                if (state.Health is null)
                    throw new UserErrorException($"{request.Image} has no health check");
                detail = state.Health.Log?.LastOrDefault()?.Output ?? detail;
                if (state.Health.Status == "healthy")
                    return new HealthResult(HealthOutcome.Healthy, detail);
                await Task.Delay(_poll, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthResult(HealthOutcome.Unhealthy, detail);
        }
    }

    private Task<T> InContainerAsync<T>(
        CreateContainerParameters parameters, TimeSpan timeLimit, Func<string, CancellationToken, Task<T>> use, CancellationToken cancellationToken)
    {
        return calls.MakeAsync($"Can't run {parameters.Image}", async () =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(timeLimit);
            string? id = null;
            try
            {
                // A container whose creation is broken off can't be removed, since its id is never learned: this one call isn't cancelled.
                id = (await containers.CreateContainerAsync(parameters, CancellationToken.None)).ID;
                await containers.StartContainerAsync(id, new ContainerStartParameters(), limit.Token);
                return await use(id, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new UserErrorException($"{parameters.Image} was not done within {timeLimit.TotalSeconds:0} s");
            }
            finally
            {
                if (id is not null)
                    await RemoveAsync(id);
            }
        });
    }

    private async Task RemoveAsync(string id)
    {
        using var limit = new CancellationTokenSource(_removal);
        await containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, limit.Token);
    }

    private async Task<(string Output, string Errors)> LogsAsync(string id, CancellationToken cancellationToken)
    {
        var parameters = new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Tail = "1000" };
        using var stream = await containers.GetContainerLogsAsync(id, parameters, cancellationToken);
        return await stream.ReadOutputToEndAsync(cancellationToken);
    }

    private async Task<string[]> BothLogsAsync(string id, CancellationToken cancellationToken)
    {
        var (output, errors) = await LogsAsync(id, cancellationToken);
        return [output, errors];
    }

    private static CreateContainerParameters Parameters(string image, ContainerNetwork network, IReadOnlyDictionary<string, string> environment) => new()
    {
        Image = image,
        Env = [.. environment.Select(v => $"{v.Key}={v.Value}")],
        HostConfig = new HostConfig { NetworkMode = network == ContainerNetwork.Host ? "host" : "none" },
    };
}
