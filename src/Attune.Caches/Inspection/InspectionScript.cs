using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Recovery.Sweeping;

namespace Attune.Caches.Inspection;

/// <summary>The shell text that looks into a cache, and what its output means. It does with sh, find, du, sort and head, of GNU or of busybox.</summary>
internal sealed partial record InspectionScript(ProjectCache Cache, CacheSweep Sweep)
{
    // An engine cuts the output of a step; this much always fits.
    private const int MaxFolders = 80;

    private readonly ImmutableArray<EntryKind> _kinds = EntryKind.Of(Cache.Tools);

    private string Path => Sweep.Mount.MountPath;

    public string Text()
    {
        string[] counts = [.. _kinds.Select((kind, i) => string.Create(CultureInfo.InvariantCulture, $"echo \"@count {i} $(find \"$cache\" {kind.Test} | wc -l)\""))];
        string[] lines =
        [
            Which(),
            string.Create(
                CultureInfo.InvariantCulture,
                $"du -k -d 3 \"$cache\" 2> /dev/null | sort -rn | head -n {MaxFolders} | while read -r size folder; do echo \"@folder $size $folder\"; done"),
            "echo \"@files $(find \"$cache\" -type f | wc -l)\"",
            .. counts,
            Sweep.Script(SweepMode.Look),
        ];
        return string.Join('\n', lines);
    }

    /// <summary>Only what is incomplete.</summary>
    public string SweepText(SweepMode mode) => Which() + "\n" + Sweep.Script(mode);

    public CacheContents Read(string output)
    {
        var lines = output.Split('\n').Select(l => l.TrimEnd('\r').Split(' ', 3)).ToList();
        return new(Cache)
        {
            Record = lines.Where(l => l is ["@mount", ..]).Select(l => RecordOf(string.Join(' ', l))).FirstOrDefault(r => r is not null),
            Files = lines.Where(l => l is ["@files", _]).Select(l => Number(l[1])).FirstOrDefault(),
            Folders = [.. lines.Where(l => l is ["@folder", _, _]).Select(l => new CacheFolder(Below(l[2]), Number(l[1]) * 1024)).OrderByDescending(f => f.Size)],
            Entries = [.. lines.Where(l => l is ["@count", _, _]).Select(l => new EntryCount(_kinds[(int)Number(l[1])].What, Number(l[2]))).Where(e => e.Count > 0)],
            Swept = Sweep.Tools,
            Incomplete = [.. CacheSweep.Read(output).Select(Below)],
        };
    }

    private string Which() => $"""
        cache={ShellLine.Quote(Path)}
        while read -r line; do case $line in *" $cache "*) echo "@mount $line";; esac; done < /proc/self/mountinfo
        """;

    /// <summary>On the stores of images other than containerd's, a record's directory has the record's id for its name.</summary>
    internal static string? RecordOf(string mount) => Directory().Match(mount) is { Success: true } match ? match.Groups["id"].Value : null;

    private string Below(string path) => path == Path ? "" : path.StartsWith(Path + "/", StringComparison.Ordinal) ? path[(Path.Length + 1)..] : path;

    private static long Number(string text) => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("/(overlay2|vfs/dir|fuse-overlayfs)/(?<id>[a-z0-9]{20,})(/diff| |$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Directory();
}
