using System.Text.RegularExpressions;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Rules;

/// <summary>
/// A command downloads or unpacks straight into a cache unless something is there already: if it is interrupted, what is there is half of
/// it, and every later build takes it for the whole.
/// </summary>
internal sealed partial class CM014HalfWrittenDownload() : MountRule(Severity.Warning)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        var use = place.First.Use;
        if (!use.Writes || !IsGuardedByPresence(use) || !WritesInto(use) || Protects().IsMatch(use.Step.Command))
            return null;
        return At(place, Message(use), place.Uses.Select(u => u.Use).Distinct()) with
        {
            Confidence = Confidence.Medium,
            Advice = "Write to another name in the same directory, and rename when it is complete (mv).",
        };
    }

    private static bool IsGuardedByPresence(CacheUse use) => Presence().Matches(use.Step.Command).Any(m => IsIn(m.Groups["path"].Value, use));

    private static bool WritesInto(CacheUse use) => Writing().Matches(use.Step.Command).Any(m => IsIn(m.Groups["path"].Value, use));

    private static bool IsIn(string path, CacheUse use) => Tools.ToolPaths.IsBelow(path.TrimEnd('/'), use.Mount.MountPath);

    private static string Message(CacheUse use) =>
        $"what this RUN fetches into {use.Mount.MountPath} counts as complete as soon as it exists: a build that is interrupted leaves half of it for all later ones";

    // [ -f /c/x ], test ! -d /c/x
    [GeneratedRegex("""(\[|\btest)\s+(!\s+)?-[defs]\s+["']?(?<path>/[^\s"'\];]+)""")]
    private static partial Regex Presence();

    // curl -o /c/x, wget -O /c/x, tar -C /c, unzip -d /c, git clone URL /c/x, > /c/x
    [GeneratedRegex("""(\b(curl|wget|tar|unzip|aria2c)\b[^&|;\n]*?\s(-o|-O|--output|-C|-P|-d|--directory|--output-document)[ =]?|\bgit clone\b[^&|;\n]*\s|\b(curl|wget)\b[^&;\n]*>\s*)["']?(?<path>/[^\s"';&|]+)""")]
    private static partial Regex Writing();

    [GeneratedRegex(@"\b(mv|install|rename|sha256sum|sha512sum|md5sum|flock)\b")]
    private static partial Regex Protects();
}
