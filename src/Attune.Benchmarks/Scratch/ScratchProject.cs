using System.Collections.Immutable;
using Attune.Benchmarks.Comparing;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Benchmarks.Scratch;

/// <summary>
/// A copy of a project for one contender: of the contexts what builds ask for, the Dockerfiles marked, and one compose file that this build and
/// its peers read alike.
/// </summary>
/// <param name="directory">Where; made anew, and deleted at the end.</param>
/// <param name="mark">What tells its caches, steps and images from all others.</param>
public sealed class ScratchProject(string directory, string mark) : IDisposable
{
    private readonly List<string> _contexts = [];
    private int _changes;

    /// <summary>Where it lies.</summary>
    public string Directory => directory;

    /// <summary>What tells its caches and steps from all others.</summary>
    public string Mark => mark;

    /// <summary>The names of the images that its services get.</summary>
    public ImmutableArray<string> Images { get; private set; } = [];

    /// <summary>Writes the copy.</summary>
    /// <param name="plan">The project's services.</param>
    /// <param name="compileOnce">The same from the Dockerfile that compiles them once; null where there is none.</param>
    /// <exception cref="UserErrorException">A service's build uses something that isn't copied.</exception>
    public void Write(BuildPlan plan, BuildPlan? compileOnce)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Dispose();
        var onlyCompiledOnce = (compileOnce?.Services ?? []).Where(s => s.Section.DockerfilePath != plan.Service(s.Name).Section.DockerfilePath).ToList();
        foreach (var service in plan.Services.Concat(onlyCompiledOnce))
            Copy(service);
        // Last, since a context may hold its Dockerfile.
        List<ScratchService> services =
            [.. plan.Services.Select(s => new ScratchService(s, $"attune-benchmark-{s.Name}:{mark}", Context(s), WriteDockerfile(s, FileName(s))))];
        foreach (var service in onlyCompiledOnce)
            WriteDockerfile(service, FileName(plan.Service(service.Name)) + CompileOnceSuffix);
        Images = [.. services.Select(s => s.Image)];
        File.WriteAllText(Path.Combine(directory, CommandLines.ScratchFile), ScratchCompose.Render(services));
    }

    /// <summary>Makes a change that no build has seen.</summary>
    /// <param name="change">Which.</param>
    /// <param name="plan">The project.</param>
    /// <exception cref="UserErrorException">The file isn't part of a context, or the text isn't in it.</exception>
    public void Make(SourceChange change, BuildPlan plan)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(plan);
        var original = Path.GetFullPath(change.File, plan.Project.Directory);
        var copy = _contexts.Select((context, i) => Path.GetFullPath(Path.GetRelativePath(context, original), Root(i))).FirstOrDefault(File.Exists);
        var text = copy is null ? null : File.ReadAllText(copy);
        if (text?.IndexOf(change.Text, StringComparison.Ordinal) is not (>= 0 and var start))
            throw new UserErrorException($"'{change.Text}' can't be changed in {change.File}", "Check x-attune.benchmark in the compose file.");
        File.WriteAllText(copy!, text.Insert(start + change.Text.Length, $" {mark}{++_changes}"));
    }

    /// <summary>Deletes it.</summary>
    public void Dispose()
    {
        if (System.IO.Directory.Exists(directory))
            System.IO.Directory.Delete(directory, recursive: true);
    }

    private const string CompileOnceSuffix = ".optimized";

    private string Root(int context) => Path.Combine(directory, $"context-{context}");

    // The name of the folder.
    private string Context(ServicePlan service) => Path.GetFileName(Root(_contexts.IndexOf(service.Section.Context.Value)));

    // Its own for every Dockerfile of a context.
    private static string FileName(ServicePlan service) => service.Section.DockerfilePath is { } path
        ? Path.GetRelativePath(service.Section.Context.Value, path).Replace(Path.DirectorySeparatorChar, '-')
        : $"Dockerfile.{service.Name}";

    private void Copy(ServicePlan service)
    {
        var section = service.Section;
        if (section.Context.Kind != ContextKind.Directory || section.AdditionalContexts is not [] || section.Secrets is not [] || service.Resolved is null)
            throw new UserErrorException(
                $"'{service.Name}' can't be benchmarked: its build uses a remote or named context, or secrets", "Leave it out with --services.", FaultKind.Usage);
        if (!_contexts.Contains(section.Context.Value))
            _contexts.Add(section.Context.Value);
        ContextCopying.Copy(section.Context.Value, Root(_contexts.IndexOf(section.Context.Value)), service.Resolved.ContextPaths);
    }

    // Beside the context's files, since not every peer takes a Dockerfile from elsewhere. The name within the context.
    private string WriteDockerfile(ServicePlan service, string name)
    {
        var (source, path) = (service.Section.DockerfilePath, Path.Combine(directory, Context(service), name));
        File.WriteAllText(path, MarkedDockerfile.Create(service.Document!, mark));
        if (File.Exists(source + ".dockerignore"))
            File.Copy(source + ".dockerignore", path + ".dockerignore", overwrite: true);
        return name;
    }
}
