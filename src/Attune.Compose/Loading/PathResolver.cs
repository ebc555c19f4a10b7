using Attune.Compose.Yaml;

namespace Attune.Compose.Loading;

/// <summary>Makes the paths of a model absolute.</summary>
internal sealed class PathResolver(LoadContext context)
{
    public ComposeMapping Resolve(ComposeMapping model)
    {
        if (model["services"] is ComposeMapping services)
            model = model.With("services", Each(services, service => ResolveService(WithContext(service))));
        if (model["secrets"] is ComposeMapping secrets)
            model = model.With("secrets", Each(secrets, secret => Change(secret, "file", AbsoluteOrEmpty)));
        return model;
    }

    public ComposeMapping ResolveService(ComposeMapping service)
    {
        if (service["build"] is not ComposeMapping { Tag: not MergeTag.Reset } build)
            return service;
        build = Change(build, "context", Context);
        if (build["additional_contexts"] is ComposeMapping contexts)
            build = build.With("additional_contexts", EachText(contexts, NamedContext));
        if (build["ssh"] is ComposeMapping keys)
            build = build.With("ssh", EachText(keys, AbsoluteOrEmpty));
        return service.With("build", build);
    }

    private static ComposeMapping WithContext(ComposeMapping service) =>
        service["build"] is ComposeMapping build && build["context"] is null
            ? service.With("build", build.With("context", new ComposeScalar(ScalarKind.Text, ".", build.Origin)))
            : service;

    // An empty context, mostly a variable that isn't set, ends up as the project directory, as it does in a build by Compose.
    private string Context(ComposeScalar value) => LocalPaths.IsRemote(value.Text) || IsService(value) ? value.Text : context.Absolute(value);

    private string NamedContext(ComposeScalar value) =>
        value.Text.Length == 0 ? throw value.Origin.Fault("This context has no value") : Context(value);

    private string AbsoluteOrEmpty(ComposeScalar value) => value.Text.Length == 0 ? "" : context.Absolute(value);

    private static bool IsService(ComposeScalar value) => value.Text.StartsWith("service:", StringComparison.Ordinal);

    private static ComposeMapping Change(ComposeMapping mapping, string key, Func<ComposeScalar, string> change) =>
        mapping[key] is ComposeScalar { Kind: ScalarKind.Text } scalar
            ? mapping.With(key, With(scalar, change(scalar)))
            : mapping;

    private static ComposeMapping EachText(ComposeMapping mapping, Func<ComposeScalar, string> change) => mapping.With(mapping.Entries.Select(e =>
        e.Value is ComposeScalar { Kind: ScalarKind.Text } scalar ? e with { Value = With(scalar, change(scalar)) } : e));

    private static ComposeMapping Each(ComposeMapping mapping, Func<ComposeMapping, ComposeMapping> change) =>
        mapping.With(mapping.Entries.Select(e => e.Value is ComposeMapping value ? e with { Value = change(value) } : e));

    private static ComposeScalar With(ComposeScalar scalar, string text) => new(scalar.Kind, text, scalar.Origin, scalar.Tag);
}
