using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Engines.Finding;
using Attune.Projects;

namespace Attune.Workflow.EngineUse;

/// <summary>What of an engine matters for planning.</summary>
internal static class EnginePlatform
{
    // The built-in frontend expands variables in mounts since dockerfile/1.3, which came with 23.0.
    private const int FirstToExpand = 23;

    public static PlanRequest On(this PlanRequest request, EngineInfo engine) => request with
    {
        EnginePlatform = Platform.TryParse($"{engine.OsType}/{engine.Architecture}") ?? new("linux", "amd64"),
        MountExpansion = MajorOf(engine) < FirstToExpand ? MountExpansion.Literal : MountExpansion.Expands,
    };

    private static int MajorOf(EngineInfo engine) =>
        engine.ApiVersion.Length > 0 && int.TryParse(engine.EngineVersion.Split('.')[0], out var major) ? major : int.MaxValue;
}
