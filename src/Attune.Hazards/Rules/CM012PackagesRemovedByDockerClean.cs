using System.Text.RegularExpressions;
using Attune.Dockerfiles.Instructions;
using Attune.Hazards.Facts;
using Attune.Hazards.Tools;
using Attune.Hazards.Tools.Known;

namespace Attune.Hazards.Rules;

/// <summary>apt's packages are cached, but the base image's docker-clean removes them after every install.</summary>
internal sealed partial class CM012PackagesRemovedByDockerClean() : StageRule(Severity.Warning)
{
    protected override IEnumerable<Finding> Check(StageFacts stage, ProjectFacts facts)
    {
        if (BaseConfidence(stage.BaseImage) is not { } confidence || stage.Instructions.Any(KeepsPackages))
            yield break;
        foreach (var place in facts.PlacesOf(stage))
        {
            var use = place.First.Use;
            if (place.Mount.MountPath is not ("/var/cache/apt" or "/var/cache/apt/archives") || !Install().IsMatch(use.Step.Command) || !ToolRecognition.Runs(use.Step, Apt.Tool))
                continue;
            yield return At(place, Message(stage), place.Uses.Select(u => u.Use).Distinct()) with
            {
                Confidence = confidence,
                Advice = "Before it: RUN rm -f /etc/apt/apt.conf.d/docker-clean && echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";' > /etc/apt/apt.conf.d/keep-cache",
            };
        }
    }

    private static bool KeepsPackages(Instruction instruction) => instruction switch
    {
        RunInstruction run => CommandText.Of(run) is var text && (text.Contains("docker-clean", StringComparison.Ordinal) || text.Contains("Keep-Downloaded-Packages", StringComparison.Ordinal)),
        CopyInstruction copy => copy.Destination.Text.StartsWith("/etc/apt", StringComparison.Ordinal),
        _ => false,
    };

    private static Confidence? BaseConfidence(string image)
    {
        if (OtherSystem().IsMatch(image))
            return null;
        return Debian().IsMatch(image) ? Confidence.High : BuiltOnDebian().IsMatch(image) ? Confidence.Medium : null;
    }

    private static string Message(StageFacts stage) =>
        $"{stage.BaseImage} has /etc/apt/apt.conf.d/docker-clean, which removes the packages from this cache after each install: it stays empty";

    [GeneratedRegex(@"\A(docker\.io/)?(library/)?(debian|ubuntu)(:|@|\z)")]
    private static partial Regex Debian();

    [GeneratedRegex(@"\A(docker\.io/)?(library/)?(rust|python|node|golang|ruby|php|openjdk|gcc|buildpack-deps|perl|eclipse-temurin|maven|gradle)(:|@|\z)")]
    private static partial Regex BuiltOnDebian();

    [GeneratedRegex("alpine|nanoserver|windows|ubi|centos|fedora|oracle")]
    private static partial Regex OtherSystem();

    [GeneratedRegex(@"apt(-get)?\b[^&|;\n]*\binstall\b|apt(-get)?\b[^&|;\n]*\bupgrade\b")]
    private static partial Regex Install();
}
