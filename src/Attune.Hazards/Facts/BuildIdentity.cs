using System.Text.RegularExpressions;
using Attune.Compose;
using Attune.Dockerfiles.Instructions;

namespace Attune.Hazards.Facts;

/// <summary>What a build brings to the identity of its steps, besides the text of the Dockerfile.</summary>
internal sealed partial class BuildIdentity(PlatformBuild build)
{
    private readonly Dictionary<string, string> _given = build.Service.Args
        .GroupBy(a => a.Name, StringComparer.Ordinal).ToDictionary(a => a.Key, a => a.Last().Value, StringComparer.Ordinal);

    private readonly Dictionary<string, NamedContext> _contexts = build.Service.Section.AdditionalContexts
        .GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Last(), StringComparer.Ordinal);

    /// <summary>What every step of the build depends on.</summary>
    public string Seed { get; } = string.Join('\n',
        build.Service.Section.Network,
        build.Service.Section.Privileged,
        string.Join(',', build.Service.Section.ExtraHosts),
        string.Join(',', build.Service.Section.Ulimits),
        build.Service.Section.ShmSize,
        build.Service.Args.LastOrDefault(a => a.Name == "BUILDKIT_CACHE_MOUNT_NS")?.Value);

    /// <summary>The main context. Its content isn't looked at: two directories count as different even if their files are equal.</summary>
    public string Context { get; } = build.Service.Section.Context.Value + "\n" + build.Service.Section.DockerfilePath;

    /// <summary>The additional context of a name, or null.</summary>
    public NamedContext? FindContext(string name) => _contexts.GetValueOrDefault(name);

    /// <summary>
    /// What an ARG stands for. It counts from its declaration on even if nothing uses it, since it is in the environment of every RUN.
    /// </summary>
    public string ValueOf(Argument argument)
    {
        var name = argument.Name.Text;
        if (_given.TryGetValue(name, out var given))
            return "=" + given;
        if (argument.Default is { } text)
            return "~" + text.Text;
        var global = build.Resolved.Document.GlobalArguments.LastOrDefault(a => a.Name.Text == name && a.Default is not null);
        if (global is null)
            return IsPlatformArgument(name) ? build.Platform.ToString() : "";
        return global.Default!.Value.Text.Contains('$', StringComparison.Ordinal) ? global.Default.Value.Text + Globals() : "~" + global.Default.Value.Text;
    }

    /// <summary>Whether the engine sets an argument of that name by itself.</summary>
    public static bool IsPlatformArgument(string name) => PlatformArgument().IsMatch(name);

    private string Globals() => string.Join('\n',
        build.Resolved.Document.GlobalArguments.Select(a => $"{a.Name}={_given.GetValueOrDefault(a.Name.Text) ?? a.Default?.Text}").Append(build.Platform.ToString()));

    [GeneratedRegex(@"\A(TARGET|BUILD)(PLATFORM|OS|OSVERSION|ARCH|VARIANT)\z")]
    private static partial Regex PlatformArgument();
}
