using System.Text.RegularExpressions;
using Attune.Hazards.Facts;
using Attune.Hazards.Tools;

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
        if (!use.Writes || Protects().IsMatch(use.Step.Command) || place.Uses.Any(u => u.Use.Tool.Safety != Safety.Safe && u.Cache.IsWrittenAtOnce(u.Use)))
            return null;
        var command = use.Step.First.Stage.ExpandCommand(use.Step.Command);
        if (!(IsIn(Presence(), command, use) && IsIn(Writing(), command, use)) && !IsIn(Skipping(), command, use))
            return null;
        return At(place, Message(use), place.Uses.Select(u => u.Use).Distinct()) with
        {
            Confidence = Confidence.Medium,
            Advice = "Write to another name in the same directory, and rename when it is complete (mv).",
        };
    }

    private static bool IsIn(Regex pattern, string command, CacheUse use) => pattern.Matches(command).Any(m => IsIn(m.Groups["path"].Value, command, use));

    // A relative path counts after a cd into the mount.
    private static bool IsIn(string path, string command, CacheUse use) => path.StartsWith('/')
        ? ToolPaths.IsBelow(path.TrimEnd('/'), use.Mount.MountPath)
        : Directories().Matches(command).Any(m => ToolPaths.IsBelow(m.Groups["path"].Value.TrimEnd('/'), use.Mount.MountPath));

    private static string Message(CacheUse use) =>
        $"what this RUN fetches into {use.Mount.MountPath} counts as complete as soon as it exists: a build that is interrupted leaves half of it for all later ones";

    // [ -f /c/x ], test ! -d /c/x, [[ -e x ]], -z "$(ls -A /c)"
    [GeneratedRegex("""((\[|\btest)\s+(!\s+)?-[defrs]\s+|\$\(ls\s+(-\w+\s+)?)["']?(?<path>[^\s"'\];)]+)""")]
    private static partial Regex Presence();

    // curl -o /c/x, wget -O /c/x, tar -C /c, unzip -d /c, git clone URL /c/x, > /c/x
    [GeneratedRegex("""(\b(curl|wget|tar|bsdtar|unzip|7z|aria2c)\b[^&|;\n]*?\s(-[a-zA-Z]*[oO]|--output|-C|-P|-d|--directory|--output-document)[ =]?|\bgit clone\b[^&|;\n]*\s|\b(curl|wget)\b[^&;\n]*>\s*)["']?(?<path>[^\s"';&|]+)""")]
    private static partial Regex Writing();

    // Tools that leave alone what is there, whole or not: wget -nc -P /c, unzip -n -d /c, tar --skip-old-files -C /c
    [GeneratedRegex("""\b(wget(?=[^&|;\n]*\s(-nc|--no-clobber)\b)|unzip(?=[^&|;\n]*\s-\w*n)|tar(?=[^&|;\n]*\s--skip-old-files))[^&|;\n]*?\s(-P|-O|-d|-C|--directory-prefix|--directory)[ =]?["']?(?<path>[^\s"';&|]+)""")]
    private static partial Regex Skipping();

    [GeneratedRegex("""\b(cd|pushd)\s+["']?(?<path>/[^\s"';&|]+)""")]
    private static partial Regex Directories();

    [GeneratedRegex(@"\b(mv|install -|rename|sha256sum|sha512sum|md5sum|b2sum|flock)\b|--check\b|\b(wget|curl)\b[^&|;\n]*\s(-c|-C -|--continue)")]
    private static partial Regex Protects();
}
