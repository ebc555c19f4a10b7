using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The arrows of the design: who may reference whom. Everything else is refused.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["Attune.Source"] = [],
        ["Attune.Compose"] = ["Attune.Source"],
        ["Attune.Dockerfiles"] = ["Attune.Source"],
        ["Attune.Projects"] = ["Attune.Source", "Attune.Compose", "Attune.Dockerfiles"],
        ["Attune.Hazards"] = ["Attune.Projects"],
        ["Attune.BuildKit"] = [],
        ["Attune.Engines"] = ["Attune.Source", "Attune.BuildKit"],
        ["Attune.Builds"] = ["Attune.Projects", "Attune.BuildKit", "Attune.Engines"],
        ["Attune.Strategies"] = ["Attune.Builds"],
        ["Attune.Recovery"] = ["Attune.Builds", "Attune.Projects"],
        ["Attune.Fleets"] = ["Attune.Builds", "Attune.Projects", "Attune.Engines"],
        ["Attune.RaceLab"] = ["Attune.Builds"],
        ["Attune.Schedules"] = ["Attune.Projects", "Attune.Builds"],
        ["Attune.Benchmarks"] = ["Attune.Strategies"],
        ["Attune.Caches"] = ["Attune.Projects", "Attune.Hazards", "Attune.Builds", "Attune.Engines", "Attune.Recovery"],
        ["Attune.Archives"] = ["Attune.Caches", "Attune.Builds", "Attune.Projects"],
        ["Attune.Reports"] = ["Attune.Builds", "Attune.Hazards", "Attune.Caches"],
        ["Attune.Workflow"] = ["Attune.Reports", "Attune.Strategies", "Attune.Recovery", "Attune.Fleets", "Attune.RaceLab", "Attune.Benchmarks", "Attune.Archives", "Attune.Schedules"],
    };

    [Fact]
    public void Every_library_stands_in_the_table() =>
        Assert.Equal(_allowed.Keys.Order(), Sources.LibraryProjects().Select(p => Path.GetFileNameWithoutExtension(p)!).Order());

    [Fact]
    public void No_library_references_what_the_design_does_not_allow()
    {
        var wrong =
            from project in Sources.LibraryProjects()
            let name = Path.GetFileNameWithoutExtension(project)!
            from reference in XDocument.Load(project).Descendants("ProjectReference")
            let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            where !_allowed[name].Contains(target)
            select $"{name} -> {target}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_build_references_the_workflow_and_the_stand_in_only()
    {
        var references = XDocument.Load(Path.Combine(RepositoryRoot.Path, "build", "_build.csproj")).Descendants("ProjectReference")
            .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'));
        Assert.All(references, r => Assert.True(
            r.Contains("standin/", StringComparison.Ordinal) || r.EndsWith("Attune.Workflow.csproj", StringComparison.Ordinal), r));
    }
}
