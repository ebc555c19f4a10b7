using System.Collections.Immutable;
using Attune.Compose.DotEnv;
using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.Loading;

/// <summary>
/// Loads the projects that a document includes, each with its own directory and env file, and takes over what they define. What is defined in
/// both places must be the same: https://docs.docker.com/reference/compose-file/include/.
/// </summary>
internal sealed class IncludeLoader(LoadContext context)
{
    private const int MaxIncludes = 1000;

    private static readonly ImmutableArray<string> _sections = ["services", "secrets"];

    public ComposeMapping Apply(ComposeMapping document)
    {
        if (document["include"] is not ComposeSequence list)
            return document;
        foreach (var item in list.Items.Where(item => item.Tag is not MergeTag.Reset))
            document = Include(document, item);
        return document.Without("include");
    }

    private ComposeMapping Include(ComposeMapping document, ComposeNode item)
    {
        var options = item as ComposeMapping;
        var paths = Texts(options is null ? item : options["path"]);
        if (paths.IsEmpty)
            throw item.Origin.Fault("include must name a path");
        var files = paths.Select(Open).ToImmutableArray();
        if (context.IncludedBy.Contains(files[0]))
            throw paths[0].Origin.Fault("Files include each other in a circle: "
                + string.Join(" → ", context.IncludedBy.Add(files[0]).Select(context.Documents.Shown)));
        if (++context.Documents.IncludedProjects > MaxIncludes)
            throw item.Origin.Fault($"More than {MaxIncludes} projects are included");
        var directory = options?["project_directory"] is ComposeScalar { Text.Length: > 0 } given
            ? context.Absolute(given)
            : Path.GetDirectoryName(files[0]) ?? files[0];
        var environment = WithEnvFiles(Texts(options?["env_file"]), directory);
        var model = new ModelLoader(context with { Directory = directory, Environment = environment }).Load(files);
        return model is null ? document : TakeOver(document, model, item);
    }

    private ImmutableDictionary<string, string> WithEnvFiles(ImmutableArray<ComposeScalar> envFiles, string directory)
    {
        var usual = Path.Combine(directory, ".env");
        ImmutableArray<string> paths = [.. envFiles.Where(file => file.Text != "/dev/null").Select(Open)];
        if (envFiles.IsEmpty && context.Documents.Files.FileExists(usual))
            paths = [usual];
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var text = new SourceText(context.Documents.Shown(path), context.Documents.Files.ReadText(path));
            DotEnvParser.Parse(text, variables, context.Environment, context.Warnings);
        }

        return context.Environment.AddRange(variables.Where(v => !context.Environment.ContainsKey(v.Key)));
    }

    private string Open(ComposeScalar scalar)
    {
        if (LocalPaths.IsRemote(scalar.Text))
            throw scalar.Origin.Fault("A project elsewhere can't be included", "Download it, and include the local file.");
        var path = context.Absolute(scalar);
        return context.Documents.Files.FileExists(path) ? path : throw scalar.Origin.Fault($"The file {context.Documents.Shown(path)} doesn't exist");
    }

    private static ComposeMapping TakeOver(ComposeMapping document, ComposeMapping included, ComposeNode item)
    {
        foreach (var section in _sections)
        {
            if (included[section] is not ComposeMapping theirs)
                continue;
            var ours = document[section] as ComposeMapping ?? new ComposeMapping([], theirs.Origin);
            foreach (var entry in theirs.Entries)
                if (ours.Find(entry.Key) is { } twin && !SameValue.Are(twin.Value, entry.Value))
                    throw item.Origin.Fault(
                        $"{section}.{entry.Key} is in {twin.KeyOrigin.Location} and in the included {entry.KeyOrigin.Location}, and they differ",
                        "Rename one, or change it from an override file listed under the include's path.");
            document = document.With(section, ours.With(ours.Entries.AddRange(theirs.Entries.Where(e => ours.Find(e.Key) is null))));
        }

        return document;
    }

    private static ImmutableArray<ComposeScalar> Texts(ComposeNode? node) => node switch
    {
        ComposeScalar { Text.Length: > 0 } scalar => [scalar],
        ComposeSequence sequence => [.. sequence.Items.OfType<ComposeScalar>()],
        _ => [],
    };
}
