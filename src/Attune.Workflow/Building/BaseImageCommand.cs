using System.Collections.Immutable;
using Attune.Compose;
using Attune.Engines.BaseImages;
using Attune.Projects;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Building;

/// <summary>
/// Makes sure that base images can be had, for a project that asks for it in its compose file:
/// <c>x-attune: { offline-bases: { RUST_IMAGE: attune/rust:trixie } }</c>.
/// </summary>
internal sealed class BaseImageCommand(WorkflowSettings settings, WorkflowHost host, ProjectAccess project)
{
    /// <summary>The build arguments that choose stand-ins; empty when the usual base images are there, or the project asks for nothing.</summary>
    public async Task<ImmutableDictionary<string, string>> EnsureAsync(EngineConnection connection, CancellationToken cancellationToken)
    {
        if (connection.Docker is not { } docker || OfflineBasesOf(project.Project) is not { } bases)
            return ImmutableDictionary<string, string>.Empty;
        var requests = Requests(bases, project.BuildPlanOf(project.Request.On(connection.Engine)));
        if (requests.Count == 0)
            return ImmutableDictionary<string, string>.Empty;
        var work = settings.StateDirectory;
        Directory.CreateDirectory(work);
        var provider = new BaseImageProvider(docker.Images, OfflineBaseOptions.Below(work), host.Time);
        var chosen = await provider.EnsureAsync(requests, new Announcements(host.Console.Announce), cancellationToken);
        return chosen.ToImmutableDictionary();
    }

    private static ComposeMapping? OfflineBasesOf(ComposeProject project) =>
        (project.Extensions["x-attune"] as ComposeMapping)?["offline-bases"] as ComposeMapping;

    private static List<BaseImageRequest> Requests(ComposeMapping bases, BuildPlan plan) =>
    [
        .. from entry in bases.Entries
           where entry.Value is ComposeScalar
           let uses = plan.Services.Where(s => DefaultOf(s, entry.Key) is not null).ToList()
           where uses.Count > 0
           let given = uses.SelectMany(s => s.Args).FirstOrDefault(a => a.Name == entry.Key)?.Value
           select new BaseImageRequest(entry.Key, DefaultOf(uses[0], entry.Key)!, ((ComposeScalar)entry.Value).Text, given),
    ];

    private static string? DefaultOf(ServicePlan service, string argument) =>
        service.Document?.GlobalArguments.FirstOrDefault(a => a.Name.Text == argument)?.Default?.Text.Trim('"', '\'');

    private sealed class Announcements(Action<string> announce) : IProgress<string>
    {
        public void Report(string value) => announce(value);
    }
}
