using Attune.Compose;
using Attune.Engines.Docker;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Building;

/// <summary>Recreates a service's container.</summary>
internal static class UpCommand
{
    public static Task RunAsync(
        EngineConnection connection, ComposeProject project, string service, WorkflowHost host, CancellationToken cancellationToken)
    {
        var up = new ComposeUp(connection.Engine.Endpoint, host.Machine, host.Console.Announce);
        return up.RunAsync(new(project.Directory, project.Files, service) { ProjectName = project.Name }, cancellationToken);
    }
}
