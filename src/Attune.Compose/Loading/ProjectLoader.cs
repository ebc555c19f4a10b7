using System.Collections.Immutable;
using Attune.Compose.Interpolation;
using Attune.Compose.Reading;
using Attune.Source;

namespace Attune.Compose.Loading;

/// <summary>The way from a request to a project.</summary>
internal static class ProjectLoader
{
    public static ComposeProject Load(ComposeRequest request, ISourceFiles files)
    {
        var warnings = new WarningLog();
        var setup = new SetupReader(request, files, warnings).Read();
        var documents = new DocumentReader(files, request.CurrentDirectory);
        var name = NameOf(request, setup, documents, warnings);
        var environment = setup.Environment.SetItem("COMPOSE_PROJECT_NAME", name);
        var context = new LoadContext(documents, warnings, setup.Directory, environment, IncludedBy: []) { RequiredVariables = request.RequiredVariables };
        var model = new ModelLoader(context).Load(setup.Files);
        if (model is null || model["services"] is not ComposeMapping { Entries.Length: > 0 })
            throw new UserErrorException($"{string.Join(", ", setup.Files.Select(documents.Shown))} defines no service", "Add a services section.");
        var services = ServiceReader.ReadAll(model, name, environment);
        var project = new ComposeProject
        {
            Name = name,
            Directory = setup.Directory,
            Files = setup.Files,
            Services = [.. services.Where(s => IsActive(s, setup.Profiles))],
            InactiveServices = [.. services.Where(s => !IsActive(s, setup.Profiles))],
            Profiles = setup.Profiles,
            Environment = environment,
            Extensions = Fields.ExtensionsOf(model),
            Warnings = warnings.ToImmutable(),
        };
        ConsistencyCheck.Run(project, model);
        return project;
    }

    private static bool IsActive(ComposeService service, ImmutableArray<string> profiles) =>
        service.Profiles.IsEmpty || profiles.Contains("*") || service.Profiles.Any(p => profiles.Contains(p));

    private static string NameOf(ComposeRequest request, ProjectSetup setup, DocumentReader documents, WarningLog warnings)
    {
        if (ProjectName.Given(request, setup.Environment) is { } given)
            return given;
        var scope = new VariableScope(setup.Environment, warnings) { RequiredVariables = request.RequiredVariables };
        var written = setup.Files.SelectMany(file => documents.Read(file)).Select(d => d["name"]).OfType<ComposeScalar>()
            .LastOrDefault(n => n.Text.Length > 0);
        var name = written is null
            ? ProjectName.Normalize(Path.GetFileName(setup.Directory))
            : ProjectName.Normalize(Template.Substitute(written.Text, scope, written.Origin));
        if (name.Length > 0)
            return name;
        throw written?.Origin.Fault("Nothing of this name is allowed in a project's name", "Use lower-case letters, digits, hyphens and underscores.")
            ?? (Exception)new UserErrorException(
                $"The directory {setup.Directory} gives no project name",
                "Write name: NAME in the compose file, or set COMPOSE_PROJECT_NAME.");
    }
}
