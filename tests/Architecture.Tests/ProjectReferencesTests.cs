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
        ["Attune.RaceLab"] = ["Attune.Builds"],
