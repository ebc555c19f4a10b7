using System.Security.Cryptography;
using System.Text;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Resolution;
using Attune.Projects;

namespace Attune.Schedules.Contention;

/// <summary>
/// What makes steps of different builds the same one for BuildKit, which merges them by cache key
/// (https://github.com/moby/buildkit, <c>solver/scheduler.go</c>).
/// </summary>
internal sealed class StepIdentity(ServicePlan service, ResolvedBuild resolved)
{
    private readonly Dictionary<string, string> _given = service.Args
        .GroupBy(a => a.Name, StringComparer.Ordinal).ToDictionary(a => a.Key, a => a.Last().Value, StringComparer.Ordinal);

    /// <summary>The main context. Its content isn't looked at: two directories count as different even if their files are equal.</summary>
    public string Context { get; } = service.Section.Context.Value + "\n" + service.Section.DockerfilePath;

    /// <summary>What every step depends on.</summary>
    public string Seed { get; } = string.Join('\n',
        service.Inputs.TargetPlatform,
        service.Section.Network,
        service.Section.Privileged,
        string.Join(',', service.Section.ExtraHosts),
        string.Join(',', service.Section.Ulimits),
        service.Section.ShmSize);

    public static string Hash(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(..10));

    /// <summary>An image, or the additional context that takes its place.</summary>
    public string Outside(string name) => service.Section.AdditionalContexts.LastOrDefault(c => c.Name == name) is { } context
        ? $"context {context.Context.Kind} {context.Context.Value}"
        : "image " + name;

    /// <summary>What an ARG stands for. It counts from its declaration on even if nothing uses it, since it is in the environment of every RUN.</summary>
    public string ValueOf(Argument argument)
    {
        var name = argument.Name.Text;
        if (_given.TryGetValue(name, out var given))
            return "=" + given;
        if (argument.Default is { } own)
            return "~" + own.Text;
        var global = resolved.Document.GlobalArguments.LastOrDefault(a => a.Name.Text == name && a.Default is not null)?.Default?.Text;
        return global is null || !global.Contains('$', StringComparison.Ordinal) ? "~" + global : global + Globals();
    }

    private string Globals() =>
        string.Join('\n', resolved.Document.GlobalArguments.Select(a => $"{a.Name}={_given.GetValueOrDefault(a.Name.Text) ?? a.Default?.Text}"));
}
