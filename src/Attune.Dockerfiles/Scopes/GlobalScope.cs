using System.Collections.Immutable;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Resolution;

namespace Attune.Dockerfiles.Scopes;

/// <summary>The arguments that FROM sees, and that an ARG without a default in a stage takes over.</summary>
internal static class GlobalScope
{
    public static ImmutableDictionary<string, string> Create(DockerfileDocument document, BuildInputs inputs, WordExpander expander)
    {
        var scope = PlatformArguments(document, inputs);
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
    private static ImmutableDictionary<string, string> PlatformArguments(DockerfileDocument document, BuildInputs inputs)
    {
        var arguments = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        AddPlatform("BUILD", inputs.BuildPlatform);
        AddPlatform("TARGET", inputs.TargetPlatform);
        Add("TARGETSTAGE", inputs.Target ?? document.Stages[^1].Name ?? "default");
        return arguments.ToImmutable();

        void AddPlatform(string prefix, Platform platform)
        {
            Add(prefix + "PLATFORM", platform.ToString());
            Add(prefix + "OS", platform.Os);
            Add(prefix + "OSVERSION", "");
            Add(prefix + "ARCH", platform.Architecture);
            Add(prefix + "VARIANT", platform.Variant);
        }

        void Add(string name, string value) => arguments.Add(name, inputs.BuildArguments.GetValueOrDefault(name, value));
    }
}
