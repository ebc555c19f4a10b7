using System.Globalization;
using System.Text;
using Attune.Compose;
using Attune.Dockerfiles;
using Attune.Hazards;
using Attune.Projects;
using Attune.Source;
using Attune.Testing;
using BenchmarkDotNet.Attributes;

namespace Attune.MicroBenchmarks;

/// <summary>What is done before an engine is asked for anything: parse, plan, lint.</summary>
[MemoryDiagnoser]
public class ProjectBenchmarks
{
    private string _dockerfile = "";
    private MemoryFiles _files = new(new Dictionary<string, string>());
    private ComposeProject? _project;
    private BuildPlan? _plan;

    [Params(6, 500)]
    public int Services { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _dockerfile = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Dockerfile"));
        var compose = new StringBuilder("services:\n");
        for (var i = 0; i < Services; i++)
            compose.Append(CultureInfo.InvariantCulture, $"  s{i}: {{ build: {{ context: ., args: {{ SERVICE: s{i} }} }} }}\n");
        _files = new(new Dictionary<string, string> { ["/project/compose.yml"] = compose.ToString(), ["/project/Dockerfile"] = _dockerfile });
        _project = Load();
        _plan = Plan();
    }

    [Benchmark]
    public object ParseDockerfile() => DockerfileDocument.Parse(new SourceText("Dockerfile", _dockerfile));

    [Benchmark]
    public ComposeProject Load() => ComposeProject.Load(
        new() { CurrentDirectory = "/project", Files = ["/project/compose.yml"], Environment = new Dictionary<string, string>() }, _files);

    [Benchmark]
    public BuildPlan Plan() => BuildPlan.Of(_project!, new("/project"), _files);

    [Benchmark]
    public int Lint() => HazardCheck.Run(_plan!).Length;
}
