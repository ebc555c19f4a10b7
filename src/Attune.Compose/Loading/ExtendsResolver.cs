using System.Collections.Immutable;
using Attune.Compose.Merging;
using Attune.Compose.Yaml;

namespace Attune.Compose.Loading;

/// <summary>Completes services by the ones that they extend: in the same file or another one, whose own relative paths start at that file.</summary>
internal sealed class ExtendsResolver
{
    private const int LongestChain = 100;

    private readonly LoadContext _context;
    private readonly Dictionary<string, ServiceSource> _files = new(StringComparer.Ordinal);

    private ExtendsResolver(LoadContext context) => _context = context;

    private readonly record struct Step(ServiceSource Source, string Service);

    public static ComposeMapping Apply(ComposeMapping document, string path, LoadContext context)
    {
        if (document["services"] is not ComposeMapping services)
            return document;
        var resolver = new ExtendsResolver(context);
        var source = ServiceSource.OfDocument(services, path, context);
        return document.With("services", services.With(services.Entries.Select(e =>
            e.Value is ComposeMapping ? e with { Value = resolver.Resolve(new(source, e.Key), []) } : e)));
    }

    private ComposeMapping Resolve(Step step, ImmutableArray<Step> chain)
    {
        if (step.Source.Resolved.TryGetValue(step.Service, out var known))
            return known;
        var service = step.Source.Read(step.Service);
        var resolved = service["extends"] is ComposeMapping { Tag: not MergeTag.Reset } extends
            ? Extend(service, extends, step, chain.Add(step))
            : service.Without("extends");
        step.Source.Resolved.Add(step.Service, resolved);
        return resolved;
    }

    private ComposeMapping Extend(ComposeMapping service, ComposeMapping extends, Step step, ImmutableArray<Step> chain)
    {
        if (extends["service"] is not ComposeScalar name)
            throw extends.Origin.Fault("extends must name a service", "Write extends: {service: NAME, file: FILE}.");
        var source = extends["file"] is ComposeScalar file ? Open(step.Source, file) : step.Source;
        if (source.Find(name.Text) is null)
            throw name.Origin.Fault($"{source.Shown} has no service '{name.Text}' to extend", source.Suggest(name.Text));
        var next = new Step(source, name.Text);
        if (chain.Any(earlier => earlier.Service == next.Service && earlier.Source.Path == next.Source.Path))
            throw name.Origin.Fault("Services extend each other in a circle: " + string.Join(" → ", chain.Add(next).Select(Describe)));
        if (chain.Length >= LongestChain)
            throw name.Origin.Fault($"This chain of extends is longer than {LongestChain} services");
        return NodeMerger.Merge(MergeTags.Settle(Resolve(next, chain)), service.Without("extends"));
    }

    private ServiceSource Open(ServiceSource from, ComposeScalar file)
    {
        if (LocalPaths.IsRemote(file.Text))
            throw file.Origin.Fault("A file elsewhere can't be extended", "Download it, and name the local file.");
        var path = LocalPaths.Absolute(file, from.Directory, _context.Environment);
        if (_files.TryGetValue(path, out var known))
            return known;
        if (!_context.Documents.Files.FileExists(path))
            throw file.Origin.Fault($"The file {_context.Documents.Shown(path)} doesn't exist");
        return _files[path] = ServiceSource.OfFile(path, _context);
    }

    private static string Describe(Step step) => $"{step.Service} in {step.Source.Shown}";
}
