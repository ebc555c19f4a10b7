using Attune.Benchmarks.Scratch;
using Attune.Builds;
using Attune.Projects;

namespace Attune.Workflow.Benchmarking;

/// <summary>What a benchmark builds, and where.</summary>
/// <param name="Plan">The project's services.</param>
/// <param name="CompileOnce">The same from the Dockerfile that compiles them once; null where there is none.</param>
/// <param name="Engine">The engine.</param>
internal sealed record BenchmarkSubject(BuildPlan Plan, BuildPlan? CompileOnce, BuildEngine Engine)
{
    public ScratchProject Copy(string directory, string mark)
    {
        var project = new ScratchProject(directory, mark);
        project.Write(Plan, CompileOnce);
        return project;
    }
}
