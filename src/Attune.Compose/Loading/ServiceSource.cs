using Attune.Compose.Interpolation;
using Attune.Compose.Merging;
using Attune.Compose.Schema;

namespace Attune.Compose.Loading;

/// <summary>A place that services are extended from. A file's services are checked only when used: the rest of the file may be of any age.</summary>
internal sealed class ServiceSource
{
    private readonly ComposeMapping _services;
    private readonly Func<string, ComposeMapping, ComposeMapping> _prepare;

    private ServiceSource(
        ComposeMapping services, string path, string directory, LoadContext context, Func<string, ComposeMapping, ComposeMapping> prepare)
    {
        _services = services;
        _prepare = prepare;
        (Path, Directory, Shown) = (path, directory, context.Documents.Shown(path));
    }

    public string Path { get; }

    public string Directory { get; }

    public string Shown { get; }

    /// <summary>The services that have been completed already.</summary>
    public Dictionary<string, ComposeMapping> Resolved { get; } = new(StringComparer.Ordinal);

    /// <summary>The services of a document that has been checked.</summary>
    public static ServiceSource OfDocument(ComposeMapping services, string path, LoadContext context) =>
        new(services, path, context.Directory, context, (_, service) => service);

    /// <summary>The services of another file.</summary>
    public static ServiceSource OfFile(string path, LoadContext context)
    {
        ComposeMapping? services = null;
        foreach (var document in context.Documents.Read(path))
            if (NodeInterpolator.Interpolate(document, context.Scope) is ComposeMapping { } mapping && mapping["services"] is ComposeMapping next)
                services = services is null ? next : NodeMerger.Merge(services, next);
        var directory = System.IO.Path.GetDirectoryName(path) ?? path;
        var resolver = new PathResolver(context with { Directory = directory });
        return new(services ?? new([], default), path, directory, context, (name, service) =>
        {
            ShapeChecker.Check(service, ComposeShapes.Service, "services." + name);
            return resolver.ResolveService(CanonicalForm.OfService(service));
        });
    }

    public ComposeMapping? Find(string name) => _services[name] as ComposeMapping;

    public ComposeMapping Read(string name) => _prepare(name, Find(name)!);

    public string? Suggest(string name) =>
        NearestName.Of(name, _services.Entries.Select(e => e.Key)) is { } near ? $"Did you mean {near}?" : null;
}
