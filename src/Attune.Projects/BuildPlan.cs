using System.Collections.Immutable;
using Attune.Compose;
using Attune.Source;

namespace Attune.Projects;

/// <summary>The services of a project that are to be built, each with its Dockerfile resolved.</summary>
/// <param name="Project">The compose project.</param>
/// <param name="Services">In compose order.</param>
public sealed record BuildPlan(ComposeProject Project, ImmutableArray<ServicePlan> Services)
{
    /// <summary>The Dockerfiles that are left out because they can't be read; always empty for a compose project, which is planned as a whole.</summary>
    public ImmutableArray<DockerfileFault> Faults { get; init; } = [];

    /// <summary>Whether targets of one Dockerfile are known to be built at the same time.</summary>
    public TargetConcurrency Targets { get; init; }

    /// <summary>Plans a project's builds.</summary>
    /// <param name="project">The project.</param>
    /// <param name="request">Which services, with which arguments, for which platform.</param>
    /// <param name="files">Where Dockerfiles are read from.</param>
    /// <exception cref="LocatedException">A Dockerfile is faulty or missing.</exception>
    /// <exception cref="UserErrorException">A service isn't there or isn't built from source.</exception>
    public static BuildPlan Of(ComposeProject project, PlanRequest request, ISourceFiles files)
    {
        var selected = ServiceSelection.Select(project, request.Services);
        var reader = new DockerfileReader(files, request.CurrentDirectory);
        return new(project, [.. Simultaneous.Select(selected, service => ServicePlanner.Plan(service, request, reader))]);
    }

    /// <summary>A service of the plan by its name.</summary>
    /// <exception cref="UserErrorException">There is none of that name.</exception>
    public ServicePlan Service(string name) => Services.FirstOrDefault(s => s.Name == name)
        ?? throw ServiceSelection.Unknown(name, Services.Select(s => s.Name));

    /// <summary>The plan of some of its services, and of those whose images they start from.</summary>
    /// <exception cref="UserErrorException">There is none of that name.</exception>
    public BuildPlan Only(params IEnumerable<string> names)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            Add(Service(name));
        return this with { Services = [.. Services.Where(s => wanted.Contains(s.Name))] };

        void Add(ServicePlan service)
        {
            if (!wanted.Add(service.Name))
                return;
            foreach (var source in service.SourceServices.Where(n => Services.Any(s => s.Name == n)))
                Add(Service(source));
        }
    }
}
