using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Source;

namespace Attune.Benchmarks.Scratch;

/// <summary>
/// A Dockerfile whose cache mounts and steps are a measurement's own: each cache gets an id, and each step a first command, with a mark that
/// nothing else has. So they start cold without touching anyone's cache, and what they leave can be told by its description.
/// </summary>
public static class MarkedDockerfile
{
    /// <summary>The marked text.</summary>
    /// <param name="document">The Dockerfile.</param>
    /// <param name="mark">Letters and digits.</param>
    /// <exception cref="LocatedException">A step with a cache mount has no shell line that the mark could go into.</exception>
    public static string Create(DockerfileDocument document, string mark)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Edit.Apply(document.Source, document.Instructions.OfType<RunInstruction>().SelectMany(run => Edits(document, run, mark)));
    }

    private static IEnumerable<Edit> Edits(DockerfileDocument document, RunInstruction run, string mark)
    {
        var caches = run.Mounts.Where(IsCache).ToList();
        if (run.Command is { Form: CommandForm.Shell, Words: [var line, ..] } && !line.Text.StartsWith("<<", StringComparison.Ordinal))
            yield return new(Span.FromBounds(line.Span.Start, line.Span.Start), $": {mark} && ");
        else if (caches.Count > 0)
            throw new LocatedException("This step can't be measured: it has a cache mount but no shell line", document.LocationOf(run.Span));
        foreach (var flag in caches)
            yield return Identify(flag, mark);
    }

    private static Edit Identify(MountFlag flag, string mark)
    {
        var id = flag.Find("id");
        var name = id?.Value ?? flag.Find("target", "dst", "destination")?.Value ?? "";
        var own = mark + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var start = flag.Options[0].KeySpan.Start;
        return id is null ? new(Span.FromBounds(start, start), $"id={own},") : new(id.ValueSpan, own);
    }

    private static bool IsCache(MountFlag flag) => string.Equals(flag.Find("type")?.Value, "cache", StringComparison.OrdinalIgnoreCase);
}
