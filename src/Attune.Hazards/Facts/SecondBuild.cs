using System.Text.RegularExpressions;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Source;

namespace Attune.Hazards.Facts;

/// <summary>
/// A further build that a Dockerfile is written for although the project doesn't name it: for another platform, or with another value
/// of the argument that chooses what is built.
/// </summary>
internal sealed partial record SecondBuild
{
    private const string OtherName = "another";

    private SecondBuild(PlatformBuild build, string reason)
    {
        Build = build;
        Reason = reason;
    }

    public PlatformBuild Build { get; }

    /// <summary>What in the Dockerfile suggests it: half a sentence after "since".</summary>
    public string Reason { get; }

    /// <summary>The builds that a mount's Dockerfile suggests.</summary>
    public static IEnumerable<SecondBuild> Of(PlacedUse use)
    {
        var build = use.Step.Build;
        if (PlatformArgument(build) is { } platform && Resolve(build, i => i with { TargetPlatform = Other(i.TargetPlatform) }) is { } second)
            yield return new(second, $"the Dockerfile asks for {platform}, it is built for several platforms");
        foreach (var name in Chosen().Matches(use.Use.Step.Command).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal))
            if (IsArgument(build, name) && Resolve(build, i => i with { BuildArguments = i.BuildArguments.SetItem(name, OtherName) }) is { } other)
                yield return new(other, $"{name} chooses what is built, it is built several times");
    }

    /// <summary>Whether the second build runs the step too, as one of its own, and with the same cache, unguarded.</summary>
    public bool RunsAgain(PlacedUse use)
    {
        var step = new BuildWalk(Build, use.Step.Position.Keys, _ => []).Steps()
            .FirstOrDefault(s => s.Run.Span == use.Step.Run.Span && s.StageIndex == use.Step.StageIndex && s.Position.Key != use.Step.Position.Key);
        return step is not null && step.Mounts.Zip(use.Step.Mounts).All(m => m.Second.Sharing != CacheSharing.Locked || m.First.EngineId != m.Second.EngineId) &&
            step.Mounts.Any(m => m.Span == use.Mount.Span && m.EngineId == use.Mount.EngineId);
    }

    private static string? PlatformArgument(PlatformBuild build) => build.Resolved.Stages
        .SelectMany(s => s.Declaration.Instructions).OfType<ArgInstruction>().SelectMany(a => a.Declared)
        .Select(a => a.Name.Text).FirstOrDefault(n => n.StartsWith("TARGET", StringComparison.Ordinal) && BuildIdentity.IsPlatformArgument(n));

    private static bool IsArgument(PlatformBuild build, string name) =>
        build.Resolved.Document.Instructions.OfType<ArgInstruction>().SelectMany(a => a.Declared).Any(a => a.Name.Text == name);

    private static Platform Other(Platform platform) => platform.Architecture == "arm64" ? new("linux", "amd64") : new("linux", "arm64");

    private static PlatformBuild? Resolve(PlatformBuild build, Func<BuildInputs, BuildInputs> change)
    {
        var inputs = change(build.Service.Inputs with { TargetPlatform = build.Platform });
        try
        {
            var service = build.Service with
            {
                Inputs = inputs,
                Args = [.. inputs.BuildArguments.Select(a => new Compose.NamedValue(a.Key, a.Value))],
            };
            return new(service, inputs.TargetPlatform, build.Resolved.Document.Resolve(inputs));
        }
        catch (Exception e) when (e is LocatedException or UserErrorException)
        {
            // Such a build can't be, then.
            return null;
        }
    }

    // cargo build --bin ${SERVICE}, -p "$BIN", --features $FEATURES, cargo build $CARGO_FLAGS, mvn -pl $MODULE, dotnet publish --project src/$NAME
    [GeneratedRegex("""
        (?:--bin|--package|-p|--manifest-path|--features|-pl|--project|--filter)[ =]["']?[^\s"']*?\$\{?(?<name>\w+)
        |\bcargo[ ](?:build|install)\b[^&|;\n]*\s["']?\$\{?(?<name>\w*(?:FLAGS|ARGS|OPTIONS|OPTS)\w*)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Chosen();
}
