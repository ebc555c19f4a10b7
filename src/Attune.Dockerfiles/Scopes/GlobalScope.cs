using System.Collections.Immutable;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Resolution;

namespace Attune.Dockerfiles.Scopes;

/// <summary>The arguments that FROM sees, and that an ARG without a default in a stage takes over.</summary>
internal static class GlobalScope
{
    public static ImmutableDictionary<string, string> Create(DockerfileDocument document, BuildInputs inputs, WordExpander expander)
    {
        var scope = PlatformArguments(document, inputs).ToImmutableDictionary(
            p => p.Name, p => inputs.BuildArguments.GetValueOrDefault(p.Name, p.Value), StringComparer.Ordinal);
        foreach (var argument in document.GlobalArguments)
        {
            var name = argument.Name.Text;
            if (inputs.BuildArguments.TryGetValue(name, out var given))
                scope = scope.SetItem(name, given);
            else if (argument.Default is { } value)
                scope = scope.SetItem(name, expander.Expand(value, scope.GetValueOrDefault).Text);
        }

        return scope;
    }

    // https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
    private static IEnumerable<(string Name, string Value)> PlatformArguments(DockerfileDocument document, BuildInputs inputs)
    {
        foreach (var (prefix, platform) in new[] { ("BUILD", inputs.BuildPlatform), ("TARGET", inputs.TargetPlatform) })
        {
            yield return (prefix + "PLATFORM", platform.ToString());
            yield return (prefix + "OS", platform.Os);
            yield return (prefix + "OSVERSION", "");
            yield return (prefix + "ARCH", platform.Architecture);
            yield return (prefix + "VARIANT", platform.Variant);
        }

        yield return ("TARGETSTAGE", inputs.Target ?? document.Stages[^1].Name ?? "default");
    }
}
