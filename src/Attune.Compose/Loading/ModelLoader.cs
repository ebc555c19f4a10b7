using Attune.Compose.Interpolation;
using Attune.Compose.Merging;
using Attune.Compose.Schema;

namespace Attune.Compose.Loading;

/// <summary>
/// Loads the files of one project into one tree. Each document is interpolated, checked, completed by what it includes and extends, and laid
/// over the ones before it.
/// </summary>
internal sealed class ModelLoader(LoadContext context)
{
    public ComposeMapping? Load(IEnumerable<string> paths)
    {
        ComposeMapping? model = null;
        foreach (var path in paths)
            foreach (var document in context.Documents.Read(path))
                model = MergeTags.Settle(model is null ? Complete(document, path) : NodeMerger.Merge(model, Complete(document, path)));
        return model is null ? null : new PathResolver(context).Resolve(model);
    }

    private ComposeMapping Complete(ComposeMapping document, string path)
    {
        document = (ComposeMapping)NodeInterpolator.Interpolate(document, context.Scope);
        ShapeChecker.Check(document, ComposeShapes.File, path: "");
        if (document.Find("version") is { } version)
            context.Warnings.Add("The field version does nothing any more", version.KeyOrigin);
        document = Canonical(document.Without("version"));
        document = new IncludeLoader(context with { IncludedBy = context.IncludedBy.Add(path) }).Apply(document);
        return ExtendsResolver.Apply(document, path, context);
    }

    private static ComposeMapping Canonical(ComposeMapping document)
    {
        if (document["services"] is not ComposeMapping services)
            return document;
        return document.With("services", services.With(services.Entries.Select(service =>
            service.Value is ComposeMapping mapping ? service with { Value = CanonicalForm.OfService(mapping) } : service)));
    }
}
