namespace Attune.Engines.BaseImages;

/// <summary>Finds the machine's Debian mirror in apt's own configuration (sources.list(5)).</summary>
internal static class AptSources
{
    /// <summary>Where Debian is when the machine's sources don't say: Debian's own network.</summary>
    public const string DefaultMirror = "http://deb.debian.org/debian";

    private static readonly string[] Releases = ["bullseye", "bookworm", "trixie", "forky", "sid", "oldstable", "stable", "testing", "unstable"];

    /// <summary>The mirror of the first source that serves a Debian release's main packages (no security or third-party source).</summary>
    /// <param name="files">File names and texts: <c>*.sources</c> in deb822 form, <c>*.list</c> with one source a line.</param>
    public static string FindMirror(IEnumerable<KeyValuePair<string, string>> files)
    {
        var sources = files.SelectMany(file => file.Key.EndsWith(".sources", StringComparison.Ordinal) ? Stanzas(file.Value) : Lines(file.Value));
        return sources.FirstOrDefault(IsDebian)?.Uri.TrimEnd('/') ?? DefaultMirror;
    }

    private static bool IsDebian(AptSource source) =>
        source.Uri.StartsWith("http", StringComparison.Ordinal)
        && source.Components.Contains("main")
        && source.Suites.Any(suite => Releases.Contains(suite) || Releases.Any(release => suite == release + "-updates"));

    private static IEnumerable<AptSource> Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var content = line.Split('#')[0];
            var open = content.IndexOf('[', StringComparison.Ordinal);
            var close = content.IndexOf(']', StringComparison.Ordinal);
            if (open >= 0 && close > open)
                content = content.Remove(open, close - open + 1);
            var words = Words(content);
            if (words is ["deb", var uri, var suite, .. var components])
                yield return new AptSource(uri, [suite], components);
        }
    }

    private static IEnumerable<AptSource> Stanzas(string text)
    {
        foreach (var stanza in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var fields = Fields(stanza);
            if (!fields["types"].Contains("deb") || fields["enabled"].Contains("no"))
                continue;
            foreach (var uri in fields["uris"])
                yield return new AptSource(uri, [.. fields["suites"]], [.. fields["components"]]);
        }
    }

    private static ILookup<string, string> Fields(string stanza)
    {
        var values = new List<(string Name, string Word)>();
        var name = "";
        foreach (var line in stanza.Split('\n').Where(line => !line.StartsWith('#')))
        {
            var continues = line.StartsWith(' ') || line.StartsWith('\t');
            var colon = continues ? -1 : line.IndexOf(':', StringComparison.Ordinal);
            if (colon >= 0)
                name = line[..colon].Trim().ToLowerInvariant();
            values.AddRange(Words(line[(colon + 1)..]).Select(word => (name, word)));
        }

        return values.ToLookup(value => value.Name, value => value.Word);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private sealed record AptSource(string Uri, IReadOnlyList<string> Suites, IReadOnlyList<string> Components);
}
