using System.Collections.Immutable;
using System.Text;
using Attune.BuildKit;
using Attune.BuildKit.Session;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.Source;

namespace Attune.Archives.Steps;

/// <summary>Runs a script inside a cache, tied to this process by its standard input and output.</summary>
/// <param name="visitor">Gets into the cache.</param>
/// <param name="plan">The project's builds.</param>
internal sealed class CacheStep(CacheVisitor visitor, BuildPlan plan)
{
    private const string ScriptName = "step.sh";
    private const string WordName = "word";

    /// <summary>Why a cache can't be got into; null when it can.</summary>
    public string? Obstacle(ProjectCache cache) => Mounts(cache) is [] ? "it starts from a stage, or shows a part of itself" : ImageOf(cache) is null ? "its stages start from no image" : null;

    /// <summary>The image whose tools the cache's users have.</summary>
    public string? ImageOf(ProjectCache cache) => Mounts(cache).Select(m => CacheVisit.ImageOf(ServiceOf(m.Service), m.Mount)).FirstOrDefault(i => i is not null);

    /// <summary>Runs it; gives what the script said on standard error.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="script">What to run.</param>
    /// <param name="arguments">Its arguments, after the path of the cache.</param>
    /// <param name="traffic">The other end of standard input and output.</param>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <exception cref="BuildKitException">The step failed, or the engine was lost.</exception>
    public async Task RunAsync(ProjectCache cache, string script, ImmutableArray<string> arguments, SessionSocket traffic, CancellationToken cancellationToken)
    {
        using var door = new StepDoor(traffic, cancellationToken);
        var visit = Visit(cache, script, arguments, door);
        try
        {
            await RunAsync(visit, door, cancellationToken);
        }
        catch (BuildKitException) when (door.Work.Exception?.InnerException is UserErrorException or UnauthorizedAccessException)
        {
            // What went wrong here is the cause of what the step says.
        }
        catch (BuildKitException e) when (e.Kind == BuildKitErrorKind.BuildFailed)
        {
            throw e.Message.Contains("tar: not found", StringComparison.Ordinal)
                ? new UserErrorException($"The image {visit.Image} has no tar, which carries the cache {cache.Name}", "Use an image that has it.", inner: e)
                : new UserErrorException($"The step in the cache {cache.Name} failed: {e.Message}", inner: e);
        }

        // The connection may end before the work on what came by it.
        await door.Work;
    }

    private async Task RunAsync(CacheVisit visit, StepDoor door, CancellationToken cancellationToken)
    {
        if (visitor.MayReachThisProcess)
            try
            {
                door.Open();
                await visitor.RunAsync(visit with { Network = VisitNetwork.Host }, NewMark(), cancellationToken);
                return;
            }
            catch (BuildKitException e) when (e.Message.Contains("network.host", StringComparison.Ordinal))
            {
                // An engine that refuses it: the way through the engine always works.
            }

        await visitor.RunAsync(visit, NewMark(), cancellationToken);
    }

    private CacheVisit Visit(ProjectCache cache, string script, ImmutableArray<string> arguments, StepDoor door)
    {
        var mount = Mounts(cache)[0];
        var files = StepRelay.Programs.ToDictionary();
        files[WordName] = door.Word;
        files[ScriptName] = Encoding.UTF8.GetBytes($"cat {CacheVisit.FilesPath}/{WordName}\n{script.ReplaceLineEndings("\n")}");
        return new(ImageOf(cache)!, [mount.Mount], Command(door.Name, [mount.Mount.MountPath, .. arguments]))
        {
            // As its users do: what locks would give builds that share it an empty fork meanwhile.
            Sharing = cache.Sharing.Contains(CacheSharing.Shared) ? CacheSharing.Shared : CacheSharing.Locked,
            Expansion = ServiceOf(mount.Service).Inputs.MountExpansion,
            Files = new(files) { Programs = StepRelay.Programs.Keys.ToHashSet() },
            Socket = door.ServeAsync,
        };
    }

    private static string NewMark() => "attune-archive-" + Guid.NewGuid().ToString("N");

    // On the engine's machine the socket of this process is tried first; elsewhere nobody is there.
    private static string Command(string door, ImmutableArray<string> arguments) =>
        $"relay={CacheVisit.FilesPath}/relay-$(uname -m); socket={door}; $relay $socket /bin/sh -c : || socket={CacheVisit.SocketPath}; "
        + $"exec $relay $socket /bin/sh {CacheVisit.FilesPath}/{ScriptName} {string.Join(' ', arguments.Select(Quote))}";

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static ImmutableArray<Hazards.MountEntry> Mounts(ProjectCache cache) => [.. cache.Mounts.Where(m => CacheVisit.CanMount(m.Mount))];

    // A service that is built for several platforms has one entry for each, "name (platform)".
    private ServicePlan ServiceOf(string displayName) => plan.Services.First(s => displayName == s.Name || displayName.StartsWith(s.Name + " ", StringComparison.Ordinal));
}
