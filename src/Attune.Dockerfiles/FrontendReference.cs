using System.Text.RegularExpressions;
using Attune.Dockerfiles.Lexing;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles;

/// <summary>
/// The image that <c># syntax=</c> names: BuildKit hands it the file instead of reading the file itself. The build argument
/// <c>BUILDKIT_SYNTAX</c> overrides it.
/// </summary>
/// <param name="Image">The image, without any arguments that follow it.</param>
/// <param name="CommandLine">The whole value.</param>
/// <param name="Span">The value in the text.</param>
public sealed partial record FrontendReference(string Image, string CommandLine, Span Span)
{
    /// <summary>
    /// Finds the frontend of a text that need not be a Dockerfile: other frontends have other languages, so ask this before
    /// parsing. A first line <c>#!…</c> is skipped, and <c>// syntax=</c> counts as well.
    /// </summary>
    public static FrontendReference? Detect(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Detect(source, "#") ?? Detect(source, "//");
    }

    /// <summary>
    /// Whether this frontend expands variables in <c>--mount</c>: all do but <c>docker/dockerfile</c> before 1.3. Without a
    /// reference the engine's own frontend decides.
    /// </summary>
    public MountExpansion MountExpansion => LiteralFrontend().IsMatch(ImageName.Familiar(Image)) ? MountExpansion.Literal : MountExpansion.Expands;

    [GeneratedRegex(@"\Adocker/dockerfile(-upstream)?:1\.[0-2](\.|-|@|\z)")]
    private static partial Regex LiteralFrontend();

    private static FrontendReference? Detect(SourceText source, string prefix)
    {
        var lines = new PhysicalLineReader(source);
        for (var first = true; lines.TryReadAny(out var line); first = false)
        {
            var text = source.Text.AsSpan(line.Start, line.End - line.Start);
            if (first && text.StartsWith("#!", StringComparison.Ordinal))
                continue;
            if (!text.StartsWith(prefix, StringComparison.Ordinal) || DirectiveReader.Match(source.Text, line, prefix) is not { } directive)
                return null;
            if (directive.Name == "syntax")
                return new(directive.Value.Split(' ', 2)[0], directive.Value, directive.ValueSpan);
        }

        return null;
    }
}
