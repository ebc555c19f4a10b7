using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Hazards.Tools.Known;
using Attune.Source;

namespace Attune.Hazards.Repair;

/// <summary>
/// Puts one mount for the whole cargo home in the place of mounts of its parts, in every RUN of a Dockerfile, so that all of them use
/// the same home. It is a directory of its own, since the usual home also holds the programs:
/// https://docs.docker.com/build/cache/optimize/#use-cache-mounts.
/// </summary>
internal static partial class CargoHomeEdits
{
    private const string NewHome = "/var/cache/cargo";

    /// <summary>The change; null when a RUN's command depends on the old home, or can't be prefixed.</summary>
    public static Fix? MountWholeHome(DockerfileDocument document, ProjectFacts facts)
    {
        var runs = facts.PlacesBySource[document.Source].Where(p => Cargo.IsPart(p.First.Use.Tool)).GroupBy(p => p.Mount.Run.Span).ToList();
        var id = runs.SelectMany(r => r).Select(p => p.Mount.Flag.Find("id")).FirstOrDefault(i => i is not null)?.Value;
        var edits = runs.Select(r => Edits(document, [.. r.OrderBy(p => p.Mount.Span.Start)], id)).ToList();
        return edits is [] || edits.Contains(null) || document.Instructions.Any(ConfiguresOldHome) || runs.First().First().Service.Section.DockerfileInline is not null
            ? null
            : new("Mount one cargo home", FixSafety.Unsafe, document.Source, [.. edits.SelectMany(e => e!.Value)]);
    }

    private static ImmutableArray<Edit>? Edits(DockerfileDocument document, ImmutableArray<MountPlace> parts, string? id)
    {
        var run = parts[0].Mount.Run;
        var command = CommandText.Of(run);
        if (parts.Any(p => p.Mount is { From: not null } or { Source: not null }) || parts.DistinctBy(p => p.First.Use.Fork).Count() > 1 ||
            parts.Any(p => command.Contains(p.Mount.MountPath, StringComparison.Ordinal)) || NeedsOldHome().IsMatch(command) ||
            CommandStart(run) is not { } start)
            return null;
        var prefix = "export CARGO_HOME=" + NewHome + (Installs().IsMatch(command) ? " CARGO_INSTALL_ROOT=" + OldHome(parts[0].Mount) : "");
        return
        [
            new(parts[0].Mount.Span, "--mount=" + Options(parts[0].Mount, id)),
            .. parts.Skip(1).Select(p => new Edit(WithGap(p.Mount.Span, document), "")),
            new(new(start.Offset, 0), prefix + start.Separator),
        ];
    }

    private static bool ConfiguresOldHome(Instruction instruction) => instruction switch
    {
        CopyInstruction copy => HomeConfiguration().IsMatch(copy.Destination.Text),
        RunInstruction run => HomeConfiguration().IsMatch(CommandText.Of(run)),
        _ => false,
    };

    // Owner and mode stay; the id can't, since what is in the cache has other names now.
    private static string Options(CacheMount mount, string? id)
    {
        var kept = mount.Flag.Options.Where(o => o.Key is "uid" or "gid" or "mode").Select(o => $",{o.Key}={o.Value}");
        return $"type=cache{(id is null ? "" : $",id={id}-home")},target={NewHome}{string.Concat(kept)}";
    }

    private static string OldHome(CacheMount mount)
    {
        var written = mount.Flag.Find("target", "dst", "destination")?.Value ?? mount.MountPath;
        return written[..PartStart().Match(written).Index];
    }

    // The flag with what separates it from the next one: blanks, and a line break that is escaped.
    private static Span WithGap(Span flag, DockerfileDocument document) =>
        flag with { Length = flag.Length + Gap(document.Escape).Match(document.Source.Text, flag.End).Length };

    private static Regex Gap(char escape) => new(@"\G[ \t]*(" + Regex.Escape(escape.ToString()) + @"[ \t]*\r?\n[ \t]*)?");

    private static (int Offset, string Separator)? CommandStart(RunInstruction run)
    {
        if (run.Command.Form != CommandForm.Shell || run.Command.Words is not [var word])
            return null;
        if (!word.Text.StartsWith("<<", StringComparison.Ordinal))
            return (word.Span.Start, " && ");
        if (run.Heredocs is not [var document] || word.Text.Any(char.IsWhiteSpace))
            return null;
        // The content is the command itself, unless its first line names another interpreter.
        return document.Content.StartsWith("#!", StringComparison.Ordinal) ? null : (document.ContentSpan.Start, "\n");
    }

    [GeneratedRegex(@"CARGO_HOME|\.cargo/|cargo/registry|cargo/git|\bbinstall\b")]
    private static partial Regex NeedsOldHome();

    [GeneratedRegex(@"\bcargo\b[^&|;\n]*\binstall\b(?![^&|;\n]*--root)")]
    private static partial Regex Installs();

    [GeneratedRegex(@"(/usr/local/cargo|CARGO_HOME\}?|~/\.cargo|HOME\}?/\.cargo|/root/\.cargo)/(config|credentials)")]
    private static partial Regex HomeConfiguration();

    [GeneratedRegex("/(registry|git)(/|$)")]
    private static partial Regex PartStart();
}
